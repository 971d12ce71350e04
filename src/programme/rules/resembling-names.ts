/**
 * Signs that look alike, each group as one: letters of several scripts, kana and kanji, kanji and their other forms (Unicode Technical
 * Standard 39, "confusables", for what names of Japanese bodies are written with).
 */
const lookalikes = [
  'aаα',
  'bЬвβ',
  'cсϲ',
  'dԁ',
  'eеε',
  'gɡ',
  'hнһ',
  'iıl1іӏι',
  'jј',
  'kκк',
  'mм',
  'nпη',
  'oоοσ0〇',
  'pрρ',
  'qԛ',
  'rг',
  'sѕ',
  'tтτ',
  'uυ',
  'vνѵ',
  'wԝω',
  'xхχ',
  'yуγ',
  'zᴢ',
  '一ー―',
  '二に',
  '三み',
  '力か',
  '口ろ',
  '夕た',
  '工え',
  '卜と',
  '千ち干于',
  '才お',
  '八は',
  '大太犬丈',
  '己已巳',
  '末未',
  '土士',
  '日曰',
  '市巿',
  '間問',
  '白自',
  '人入',
  '右石',
  '待侍',
  '高髙',
  '崎﨑嵜碕',
  '辺邉邊',
  '沢澤',
  '斉斎齊齋',
  '浜濱',
  '国國',
  '広廣',
  '竜龍',
  '桜櫻',
  '島嶋嶌',
  '富冨',
  '吉𠮷',
  '村邨',
  '塩鹽',
  '総總',
  '連聯',
  '学學',
  '会會',
  '県縣',
  '区區',
  '戸戶',
  '業业',
  '協叶',
  '団團',
  '真眞',
  '静靜',
  '栄榮',
  '恵惠',
  '円圓',
] as const
const likenessOf = new Map(lookalikes.flatMap((group) => [...group].map((sign) => [sign, [...group][0] ?? sign] as const)))
const small = new Map([...'ぁぃぅぇぉっゃゅょゎゕゖ'].map((sign, index) => [sign, [...'あいうえおつやゆよわかけ'][index] ?? sign]))
const hiragana = (sign: string): string => (/[ァ-ヶ]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) - 0x60) : sign)

/** What an eye sees of a name: no width, case, spaces, signs, marks or invisible letters, and one sign for all that look alike. */
export function seen(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().normalize('NFD')
  return [...plain.replaceAll(/[\p{Default_Ignorable_Code_Point}\p{M}]/gu, '').replaceAll(/[^\p{L}\p{N}]/gu, '')]
    .map(hiragana)
    .map((sign) => small.get(sign) ?? sign)
    .map((sign) => likenessOf.get(sign) ?? sign)
    .join('')
}

/** Words that claim to be the true one and tell no body from another. */
const claims = [
  '公式',
  '公認',
  '正式',
  '本家',
  '本物',
  '本部',
  '本店',
  '事務局',
  '窓口',
  '入口',
  '公',
  '新',
  '真',
  'official',
  'the',
  'real',
  'new',
  'ホームページ',
  'サイト',
].map(seen)

function core(name: string): string {
  let rest = seen(name)
  for (let before = ''; before !== rest;) {
    before = rest
    for (const claim of claims) {
      if (rest.length > claim.length && rest.startsWith(claim)) rest = rest.slice(claim.length)
      if (rest.length > claim.length && rest.endsWith(claim)) rest = rest.slice(0, -claim.length)
    }
  }
  return rest
}

const leastPart = 3

/** Whether people could take a name for one that is there already: it looks the same, holds it whole, or differs by a letter or two. */
export function resembles(name: string, known: string): boolean {
  const [own, other] = [core(name), core(known)]
  if (own === other || seen(name) === seen(known)) return true
  if (other.length >= leastPart && own.includes(other)) return true
  const shorter = Math.min(own.length, other.length)
  return (
    shorter > leastPart &&
    distance(own, other) <= (shorter < 12 ? 1 : 2) &&
    own.replaceAll(/\p{N}/gu, '') !== other.replaceAll(/\p{N}/gu, '')
  )
}

/** Letters to put, take or change, or two neighbours to swap, to make one text of the other (Damerau, Levenshtein). */
function distance(left: string, right: string): number {
  const [a, b] = [[...left], [...right]]
  let beforeLast: number[] = []
  let last = b.map((_, at) => at).concat(b.length)
  a.forEach((sign, row) => {
    const line = [row + 1]
    b.forEach((other, at) => {
      const change = (last[at] ?? 0) + (sign === other ? 0 : 1)
      const swap = sign === b[at - 1] && a[row - 1] === other && at > 0 ? (beforeLast[at - 1] ?? 0) + 1 : Infinity
      line.push(Math.min(change, swap, (last[at + 1] ?? 0) + 1, (line[at] ?? 0) + 1))
    })
    beforeLast = last
    last = line
  })
  return last[b.length] ?? 0
}
