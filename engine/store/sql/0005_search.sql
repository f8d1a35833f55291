-- What people wrote, by word: a projection of the kinds' tables, heads and elements (search_index.hpp).

-- Row numbers are those of the records with their kinds in them. The texts themselves are not kept here a second time.
-- The words are cut and folded as tokens.hpp says; marks belong to their words, so that scripts that write vowels as
-- marks aren't cut to pieces, but what only chooses how an emoji looks (U+FE0E, U+FE0F) is no word.
CREATE VIRTUAL TABLE search USING fts5(
    called, said, content='', columnsize=0, detail=column,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc' separators '︎️'");
