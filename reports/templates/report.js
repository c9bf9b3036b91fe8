"use strict";
// The page is complete without this script; it only filters, sorts, groups, folds and copies.
(function () {
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const byNumber = (a, b) => a.dataset.n - b.dataset.n;

  // Folds are open for readers without script and on paper.
  const folds = all("details.fold");
  folds.forEach((fold) => { fold.open = false; });
  window.addEventListener("beforeprint", () => folds.forEach((fold) => { fold.dataset.was = fold.open; fold.open = true; }));
  window.addEventListener("afterprint", () => folds.forEach((fold) => { fold.open = fold.dataset.was === "true"; }));

  all("table[data-sortable]").forEach(sortable);
  const form = byId("filter");
  if (form) filter(form);
  document.addEventListener("click", followed);

  function sortable(table) {
    const body = table.tBodies[0];
    const heads = all("thead th", table);
    const value = (row, column) => row.cells[column].dataset.value || row.cells[column].textContent.trim();
    const compare = (a, b) => (a !== "" && b !== "" && !isNaN(a) && !isNaN(b) ? a - b : a.localeCompare(b, "zh"));
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const first = head.classList.contains("n") || head.classList.contains("wide") ? "descending" : "ascending";
        const other = first === "ascending" ? "descending" : "ascending";
        const way = head.getAttribute("aria-sort") === first ? other : first;
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", way);
        const rows = Array.from(body.rows).sort((a, b) => compare(value(a, column), value(b, column)));
        body.append(...(way === "descending" ? rows.reverse() : rows));
      });
    });
  }

  function filter(form) {
    const articles = all("article.finding");
    const lists = all(".bands").map((list) => ({ list, bands: all(".band", list), articles: all("article.finding", list) }));
    const home = new Map(articles.map((article) => [article, article.parentElement]));
    const chips = all("input[name=severity]", form);
    const field = (name) => form.elements.namedItem(name);
    const names = ["verdict", "certainty", "rule", "unit", "q", "group", "order"];
    const shown = byId("shown");
    const words = new Map();
    const textOf = (article) => {
      if (!words.has(article)) words.set(article, article.textContent.toLowerCase());
      return words.get(article);
    };

    const apply = () => {
      const levels = new Set(chips.filter((chip) => chip.checked).map((chip) => chip.value));
      const wanted = (name, found) => !field(name).value || field(name).value === found;
      const sought = field("q").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      const unit = field("unit").value;
      let count = 0;
      for (const article of articles) {
        const data = article.dataset;
        const fits = levels.has(data.severity) && wanted("verdict", data.verdict) && wanted("certainty", data.certainty)
          && wanted("rule", data.rule) && (!unit || data.units.split("\n").includes(unit))
          && sought.every((word) => textOf(article).includes(word));
        if (article.hidden === fits) article.hidden = !fits;
        if (fits) count += 1;
      }
      for (const holder of all(".band, details.silent")) holder.hidden = !holder.querySelector("article:not([hidden])");
      if (count < articles.length) all("details.silent:not([hidden])").forEach((fold) => { fold.open = true; });
      shown.textContent = count
        ? shown.dataset.words.replace("{shown}", count).replace("{total}", articles.length) : shown.dataset.nothing;
    };

    const arrange = () => {
      const order = field("order").value;
      const number = (article) => (article.dataset[order] === "" ? null : Number(article.dataset[order]));
      const compare = (a, b) => {
        const [x, y] = order ? [number(a), number(b)] : [null, null];
        if (x === null || y === null) return (x === null) - (y === null) || byNumber(a, b);
        return (order === "gap" ? y - x : x - y) || byNumber(a, b);
      };
      const choice = field("group").selectedOptions[0];
      for (const { list, bands, articles: own } of lists) {
        all(".band.made", list).forEach((band) => band.remove());
        const groups = new Map();
        if (!choice.value && !order) {
          bands.forEach((band) => list.append(band));
          own.forEach((article) => home.get(article).append(article));
          continue;
        }
        for (const article of [...own].sort(compare)) {
          const name = choice.value ? article.dataset[choice.value].replaceAll("\n", "、") || choice.dataset.none : "";
          if (!groups.has(name)) groups.set(name, []);
          groups.get(name).push(article);
        }
        bands.forEach((band) => band.remove());
        const rank = ([name]) => name === choice.dataset.none;
        for (const [name, found] of [...groups].sort((a, b) => rank(a) - rank(b))) list.append(made(name, found, bands[0]));
      }
      apply();
    };

    const made = (name, found, like) => {
      const band = document.createElement("section");
      band.className = "band made";
      if (name) {
        const head = document.createElement(like.firstElementChild.tagName);
        const count = document.createElement("span");
        head.className = "band-head";
        count.className = "count";
        count.textContent = found.length;
        head.append(name, " ", count);
        band.append(head);
      }
      band.append(...found);
      return band;
    };

    // The choices stand in the address, so that a filtered view can be kept and handed on.
    const remember = () => {
      const kept = new URLSearchParams();
      const levels = chips.filter((chip) => chip.checked).map((chip) => chip.value);
      if (levels.length < chips.length) kept.set("severity", levels.join(","));
      names.forEach((name) => { if (field(name).value) kept.set(name, field(name).value); });
      const query = kept.toString();
      try {
        history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
      } catch (error) { /* some browsers keep the address of a local file as it is; the filter works all the same */ }
    };
    const recall = () => {
      const kept = new URLSearchParams(location.search);
      if (kept.has("severity")) {
        const levels = kept.get("severity").split(",");
        chips.forEach((chip) => { chip.checked = levels.includes(chip.value); });
      }
      names.forEach((name) => { if (kept.get(name)) field(name).value = kept.get(name); });
      const more = form.querySelector("details");
      more.open = all("select", more).some((select) => select.value);
    };

    const show = () => {
      const target = byId(decodeURIComponent(location.hash.slice(1)));
      if (target && target.hidden) { form.reset(); arrange(); remember(); target.scrollIntoView(); }
      const fold = target && target.closest("details.silent");
      if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
    };
    let waiting = 0;
    const later = (work) => { clearTimeout(waiting); waiting = setTimeout(work, 120); };
    form.addEventListener("input", (event) => {
      if (event.target.name === "q") later(() => { apply(); remember(); });
      else if (event.target.name === "group" || event.target.name === "order") { arrange(); remember(); }
      else { apply(); remember(); }
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { arrange(); remember(); }));
    window.addEventListener("hashchange", show);
    form.hidden = false;
    // What stands under the filter begins below it, however many rows it has.
    new ResizeObserver(() => document.documentElement.style.setProperty("--bar", form.offsetHeight + "px")).observe(form);
    recall();
    if (field("group").value || field("order").value) arrange(); else apply();
    show();
  }

  function followed(event) {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.classList.contains("permalink") && navigator.clipboard) {
      const words = link.textContent;
      navigator.clipboard.writeText(location.href.replace(/[?#].*$/, "") + link.hash).then(() => {
        link.textContent = link.dataset.copied;
        setTimeout(() => { link.textContent = words; }, 1500);
      }, () => {});
      return;
    }
    // Beside the findings, the plan's text scrolls by itself, so that the finding stays where it is.
    const target = byId(decodeURIComponent(link.hash.slice(1)));
    const paper = target && target.closest(".paper");
    if (!paper || link.closest(".paper") || getComputedStyle(paper).position !== "sticky") return;
    event.preventDefault();
    const y = window.scrollY;
    location.hash = link.hash;
    window.scrollTo(0, y);
    paper.scrollTop += target.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 3;
  }
}());
