"""Who may import whom: the engine none of the others, the others only the engine, and one way inside the engine."""

from graphlib import CycleError, TopologicalSorter

import pytest
from running import ROOT
from source import PACKAGES, imports, modules, name_of, place, program

# Inside the engine a module may import its own row and the rows above it. The longest name that fits counts.
LAYERS = (
    ("engine.wording", "engine.words", "engine.paths", "engine.kept", "engine.version"),
    ("engine.kept_patterns",),
    ("engine.patterns",),
    ("engine.errors", "engine.document"),
    ("engine.mistaken",),
    ("engine.terminal", "engine.options", "engine.quantity"),
    ("engine.usage", "engine.prepare"),
    ("engine.normalise", "engine.tables.model"),
    ("engine.commitment", "engine.decision"),
    ("engine.requirement", "engine.tables.words", "engine.tables.printed"),
    ("engine.tables.grid",),
    ("engine.tables.read", "engine.tables.find"),
    ("engine.tables",),
    ("engine.extract.layout", "engine.extract.numbers"),
    ("engine.extract.draft", "engine.extract.dates", "engine.extract.not_promised"),
    ("engine.extract.names", "engine.extract.cells"),
    ("engine.extract",),
    ("engine.resolve",),
    (
        "engine.bind.applied",
        "engine.bind.contain",
        "engine.bind.candidates",
        "engine.bind.enough",
        "engine.bind.halfway",
    ),
    ("engine.bind.adapted", "engine.bind.binding", "engine.bind.offered"),
    ("engine.bind.people",),
    ("engine.bind.items",),
    ("engine.bind.pairs",),
    ("engine.bind.upper",),
    ("engine.bind",),
    ("engine.facts",),
    ("engine.match",),
    ("engine.reconcile.arithmetic",),
    ("engine.reconcile.prose",),
    ("engine.reconcile.tables",),
    ("engine.reconcile.twice", "engine.reconcile.lists"),
    ("engine.reconcile",),
    ("engine.review",),
    ("engine.judge",),
    ("engine.remark",),
    ("engine.check",),
    ("engine.audit",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def layer(module):
    fitting = [name for name in RANK if module == name or module.startswith(f"{name}.")]
    return max(fitting, key=len, default=None)


def edges():
    """Every import of one module of the program by another."""
    own = {name_of(path) for path in program()}
    for path in program():
        for line, target in imports(path):
            while target and target not in own:
                target = target.rpartition(".")[0]
            if target and target != name_of(path):
                yield path, line, name_of(path), target


def at_start(path):
    """The lines of a file's imports that run when it is imported, not inside a function or for type checking."""
    import ast

    from source import tree

    waiting = list(tree(path).body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node.lineno
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)]


@pytest.mark.parametrize("folder", PACKAGES)
def test_a_folder_imports_only_itself_and_the_engine(folder):
    allowed = {folder, "engine"}
    wrong = [
        f"{place(path, line)} imports {target}"
        for path, line, module, target in edges()
        if module.split(".")[0] == folder and target.split(".")[0] not in allowed
    ]
    assert wrong == []


def test_the_command_line_wires_all_of_them():
    assert {target.split(".")[0] for _, _, module, target in edges() if module == "cli"} == set(PACKAGES)


def test_every_module_of_the_engine_has_its_layer():
    unplaced = [name_of(path) for path in modules("engine") if name_of(path) != "engine" and not layer(name_of(path))]
    assert unplaced == [], "new in the engine: say in LAYERS what it may import"


def test_data_flows_one_way_through_the_engine():
    wrong = [
        f"{place(path, line)}: {module} imports {target}, which is further on"
        for path, line, module, target in edges()
        if (here := layer(module)) and (there := layer(target)) and here != there and RANK[there] >= RANK[here]
    ]
    assert wrong == []


def test_no_module_needs_itself_to_be_imported():
    starting = {path: set(at_start(path)) for path in program()}
    graph = {}
    for path, line, module, target in edges():
        if line in starting[path] and not module.startswith(f"{target}."):
            graph.setdefault(module, set()).add(target)
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_the_layers_name_what_there_is():
    for name in RANK:
        path = ROOT.joinpath(*name.split("."))
        assert path.with_suffix(".py").is_file() or path.is_dir(), name
