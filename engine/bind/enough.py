"""How alike two labels have to be (0 to 1) for one to answer the other: the less else speaks for it, the more.

Labels that differ by words that say little, and by nothing else, have 0.97.
"""

# In two items that answer each other few figures compete, and the items have said already what they are about.
IN_ITEM = 0.5
# Of two that contrast there, it is worth saying that they were not compared; of any less alike nobody would expect it.
CONTRASTED_IN_ITEM = 0.6
# Two that the catalogue keeps apart: of such as share most of their name a reader would think that one answers the other.
CONTRASTED = 0.6
# All figures of the plan compete, and those of one field share half of their words without being one thing.
ANYWHERE = 0.78
# The only figure asked for in its unit and the only one given in it: the unit speaks for them too.
ALONE_IN_UNIT = 0.4
# The catalogue knows what is asked, and has not recognised it in what the plan gives: only the very name outweighs that.
BY_NAME = 0.95
# Of two names of one indicator, what each says besides it: below this each speaks of something of its own.
REST = 0.4
