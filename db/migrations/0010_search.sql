-- Locks: none, two functions.

-- Text as it is searched: full and half width, katakana and hiragana, capital and small letters are one; spaces, hyphens
-- and middle dots do not count.
create function platform.folded(value text) returns text language sql immutable parallel safe as $$
  select translate(
    lower(normalize(value, nfkc)),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ -‐‑–—−・',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
$$;

-- Whether every one of the words, folded already, is in the text.
create function platform.finds(value text, words text[]) returns boolean language sql immutable parallel safe as $$
  select coalesce(bool_and(strpos(h.folded, w) > 0), false) from (select platform.folded(value) as folded) h, unnest(words) w
$$;
