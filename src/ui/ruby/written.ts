/** `string`, but the checker keeps the letters of what is written there. */
type Written = (string & {}) | ''

/** Words in やさしい日本語: any part may be missing, the Japanese stands in for it. A list is said whole, with as many sentences as it needs. */
export type Easy<Messages> = {
  readonly [Key in keyof Messages]?: Messages[Key] extends string
    ? Written
    : Messages[Key] extends readonly string[]
      ? readonly Written[]
      : Messages[Key] extends (...args: infer Args) => string
        ? (...args: Args) => Written
        : Messages[Key] extends string | ((...args: infer Args) => string)
          ? Written | ((...args: Args) => Written)
          : Easy<Messages[Key]>
}

type Kana =
  | ('ぁ' | 'あ' | 'ぃ' | 'い' | 'ぅ' | 'う' | 'ぇ' | 'え' | 'ぉ' | 'お' | 'ー')
  | ('か' | 'が' | 'き' | 'ぎ' | 'く' | 'ぐ' | 'け' | 'げ' | 'こ' | 'ご')
  | ('さ' | 'ざ' | 'し' | 'じ' | 'す' | 'ず' | 'せ' | 'ぜ' | 'そ' | 'ぞ')
  | ('た' | 'だ' | 'ち' | 'ぢ' | 'っ' | 'つ' | 'づ' | 'て' | 'で' | 'と' | 'ど')
  | ('な' | 'に' | 'ぬ' | 'ね' | 'の')
  | ('は' | 'ば' | 'ぱ' | 'ひ' | 'び' | 'ぴ' | 'ふ' | 'ぶ' | 'ぷ' | 'へ' | 'べ' | 'ぺ' | 'ほ' | 'ぼ' | 'ぽ')
  | ('ま' | 'み' | 'む' | 'め' | 'も')
  | ('ゃ' | 'や' | 'ゅ' | 'ゆ' | 'ょ' | 'よ')
  | ('ら' | 'り' | 'る' | 'れ' | 'ろ' | 'わ' | 'を' | 'ん')

type IsReading<Text extends string> = Text extends `${Kana}${infer Rest}` ? (Rest extends '' ? true : IsReading<Rest>) : false
type HasSign<Text extends string> = Text extends `${string}${'｜' | '《' | '》'}${string}` ? true : false

/** `never` when every mark in the text is `｜base《reading》` with a reading in hiragana; else where it is not. */
type Broken<Text extends string> = Text extends `${infer Before}｜${infer Base}《${infer Reading}》${infer After}`
  ? true extends HasSign<Before> | HasSign<Base>
    ? Text
    : Base extends ''
      ? Text
      : IsReading<Reading> extends true
        ? Broken<After>
        : Reading
  : HasSign<Text> extends true
    ? Text
    : never

type BrokenIn<Leaf> = Leaf extends string
  ? string extends Leaf
    ? never
    : Broken<Leaf>
  : Leaf extends (...args: never[]) => infer Text
    ? BrokenIn<Text>
    : Leaf extends readonly (infer Text)[]
      ? BrokenIn<Text>
      : never

type Leaf = string | readonly string[] | ((...args: never[]) => string)

/** The texts whose ruby is broken, and the words that the Japanese does not have; `never` when all is well. */
type Wrong<Words, Messages> = {
  [Key in keyof Words]-?: Key extends keyof Messages
    ? NonNullable<Words[Key]> extends Leaf
      ? BrokenIn<NonNullable<Words[Key]>>
      : Wrong<NonNullable<Words[Key]>, Messages[Key]>
    : Key
}[keyof Words]

/**
 * Takes words in やさしい日本語 whose ruby the compiler has read: `｜漢字《かんじ》`, the reading in hiragana. A mark that is
 * not whole, an empty one and a word that the Japanese does not have give something that no page takes; its type quotes them.
 */
export const easyWords =
  <Messages>() =>
  <const Words extends Easy<Messages>>(
    words: Words,
  ): [Wrong<Words, Messages>] extends [never] ? Easy<Messages> : { wrongText: Wrong<Words, Messages> } =>
    words as never
