type Params = Readonly<Record<string, string | number>>

/** What stands in the way of publishing a package: the cause, then how to mend it. */
export const findings = {
  'summary-missing': '仕事の説明がありません。初めて見る人に分かる言葉で書いてください。',
  'specification-missing': '仕様と品質の基準がありません。検査で見るところを具体的に書いてください。',
  'manual-unpublished': '手順書が公開されていません。手順を書いて公開してください。',
  'work-kind-undecided': '仕事の種類の源泉徴収が未判定です。事務局に判定を頼むか、別の種類を選んでください。',
  'due-passed': '納期が過ぎています。新しい納期を入れてください。',
  'due-after-promise': (p: Params) => `納期が、発注企業と約束した${p['orderDueOn']}より後です。早めてください。`,
  'inspection-after-promise': (p: Params) =>
    `検査が終わるのは${p['inspectedOn']}で、約束の${p['orderDueOn']}を過ぎます。納期か検査の日数を見直すと安心です。`,
  'lot-too-long': (p: Params) =>
    `最小の一人分（${p['units']}）に、1日8時間でも${p['days']}日かかります。納期を延ばすか、一人分を小さくしてください。`,
  'reference-unknown': '報酬の目安となる最低賃金が登録されていません。管理者に登録を頼んでください。',
  'reference-outdated': (p: Params) =>
    `目安の最低賃金は${p['validFrom']}からの額で、1年以上たっています。管理者に、新しい額の登録を頼んでください。`,
  'price-below-reference': (p: Params) =>
    `1時間あたり${p['hourlyYen']}円は、目安の${p['referenceYen']}円を下回ります。1つ${p['sufficientYen']}円以上にするか、報酬の理由を書いてください。`,
  'price-explained': (p: Params) => `1時間あたり${p['hourlyYen']}円は、目安の${p['referenceYen']}円を下回ります。理由は記録されています。`,
  'pay-date-too-late': (p: Params) =>
    `翌月${p['payDay']}日払いでは、受領から60日の期限を過ぎる月があります。管理者に、29日までの支払日の設定を頼んでください。`,
  'pay-date-over-target': (p: Params) =>
    `納期に受領すると、支払日${p['payOn']}は受領から${p['days']}日目です。法の60日以内ですが、目安の30日を超えます。`,
  'operator-name-missing': '募集を行う者の名称がありません。管理者に、事業の設定での登録を頼んでください。',
  'operator-address-missing': '募集を行う者の所在地がありません。管理者に、事業の設定での登録を頼んでください。',
  'operator-contact-missing': '募集を行う者の連絡先がありません。管理者に、事業の設定での登録を頼んでください。',
  'work-place-missing': '従事する場所がありません。取引条件の文章に書いてください。',
  'expenses-missing': '諸経費の取扱いがありません。誰が負担するかを書いてください。',
  'intellectual-property-missing': '知的財産権の取扱いがありません。移転するか、その対価を含むかを書いてください。',
  'personal-data-missing': '個人情報の取扱いがありません。扱わないときは、そう書いてください。',
  'contact-missing': '問合せ先がありません。担当者と連絡先を書いてください。',
  'site-needed': (p: Params) => `情報の区分${p['securityClass']}の仕事は、拠点で行います。作業する場所に拠点を選んでください。`,
  'site-class-too-low': (p: Params) =>
    `選んだ拠点の区分は${p['siteClass']}で、仕事の区分${p['securityClass']}に足りません。別の拠点を選んでください。`,
  'independence-unreviewed': '場所を定める仕事です。時間・順序・方法を本人が決められることを確かめ、確認の欄に印を付けてください。',
  'nobody-fits': '条件を満たす人がいません。スキル・機材・納期を見直すか、研修を計画してください。',
}
