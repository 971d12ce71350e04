/** What a new package's texts begin with; a director changes them for the work in hand. */
export const packageTexts = {
  workPlace: '受託者が選ぶ場所（自宅など）',
  expenses: '通信費・電気代は受託者の負担とする。業務に必要な有料の素材やソフトウェアは、委託者が用意して無償で貸与する。',
  intellectualProperty:
    '成果物の著作権（著作権法第27条及び第28条の権利を含む）は、検査が完了した時に委託者へ移転する。その対価は報酬の額に含む。',
  personalData: '本業務では個人情報を取り扱わない。',
}

/** The clauses that are the same in every notice of version 1; notices already given keep theirs. */
export const standardClauses = {
  deliveryPlace: '本システムの「提出」画面',
  deliveryMethod: 'ファイルのアップロード又は入力',
  changes:
    '内容・納期・報酬を変更するときは、あらかじめ協議し、合意した内容を改めて書面又は電磁的方法で明示する。応じないことを理由に不利益な取扱いをしない。',
  repairs:
    '仕様に合わないときに限り、検査完了期日までに、箇所・理由・根拠を示して補修を求める。納期に遅れるおそれがあるときは、早めに連絡し協議する。残りの作業はいつでも手放すことができ、違約金はない。終えた分の報酬は支払う。',
  confidentiality: '業務上知り得た委託者及び発注企業の情報を、業務以外に使用せず、第三者に開示しない。',
  paymentMethod: '銀行振込（振込手数料は委託者の負担）',
}

/** 毎月末日締め: keyed to receipt, because the payment clock starts there and not at inspection. */
export const closingRule = (payDay: number): string =>
  `毎月末日納品締切、翌月${payDay >= 31 ? '末' : payDay}日支払（金融機関の休業日にあたるときは前営業日）`

export const feeFormula = (unitPriceYen: string, units: string, unitName: string): string =>
  `1${unitName} ${unitPriceYen} × ${units}${unitName}`

export const workerCode = (number: number): string => `受託者番号 W-${String(number).padStart(5, '0')}`

export const specificationWithManual = (specification: string, title: string, version: number): string =>
  `${specification}\n手順書「${title}」第${version}版のとおり。`
