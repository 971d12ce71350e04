type Details = Readonly<Record<string, string | number>>

/** A sentence for each refusal: the cause, then what to do. */
export const refusals = {
  'client-ended': 'この発注企業との取引は終わっています。発注企業のページで取引を再開してから、受注を記録してください。',
  'order-not-preparing':
    '作業が始まった受注は変更できません。変わったところは、発注企業と合意して「変更の合意を記録する」から記録してください。',
  'order-ended': 'この受注はすでに終わっています。状態を確かめてください。',
  'package-not-preparing': 'この作業パッケージは公開中です。準備中に戻してから変更してください。',
  'package-not-ready': (details: Details) =>
    `公開の前に直すところが${details['count'] ?? ''}件あります。「準備の確認」で内容を見て、直してください。`,
  'package-not-published': 'この作業パッケージは公開されていません。準備の確認を通してから行ってください。',
  'package-in-use':
    '打診中か、引き受けた人がいるため、準備中に戻せません。変えたい内容は、写しを作って新しい作業パッケージにしてください。',
  'package-closed': 'この作業パッケージは終了しています。写しを作って使ってください。',
  'offers-open': '返事待ちの打診があります。取り下げるか、返事を待ってから終えてください。',
  'paper-requested': 'この明示書の書面は、もう請求されています。届くまでお待ちください。',
  'address-missing': '書面を送る住所が登録されていません。登録内容に住所を入れてから、もう一度押してください。',
  'paper-sent': 'この書面は、もう渡したと記録されています。一覧を開き直してください。',
  'sent-before-requested': '渡した日が請求の日より前です。日付を直してください。',
  'price-not-higher': (details: Details) => `いまの単価は${details['price'] ?? ''}円です。それより高い単価を入れてください。`,
  'nothing-left': '残りの作業がありません。変えられるのは、まだ提出していない分の条件だけです。',
  'price-request-open': '返事を待っている相談があります。返事が届いてから、もう一度相談してください。',
  'price-request-answered': 'この相談には、もう返事がされています。一覧を開き直してください。',
  'change-open': '返事を待っている変更の提案があります。取り下げてから、もう一度提案してください。',
  'price-lowered': (details: Details) => `引き受けた報酬は下げられません。${details['price'] ?? ''}円以上にしてください。`,
  'due-earlier': (details: Details) => `引き受けた納期は早められません。${details['dueOn'] ?? ''}か、それより後にしてください。`,
  'nothing-changed': '条件が変わっていません。単価か納期を変えてください。',
  'change-decided': 'この提案は、もう返事がされたか取り下げられています。開き直してください。',
  'change-outdated': '提案の後に残りの数が変わりました。担当者に、もう一度提案を頼んでください。',
  'order-not-running': '作業中の受注ではありません。準備中の受注は編集し、終わった受注の分は新しい受注として記録してください。',
  'amount-lowered': (details: Details) =>
    `納品した分を請求していることがあるため、受注額は${details['amount'] ?? ''}円より下げられません。`,
  'order-unchanged': '受注額も納期も変わっていません。変わったところを入れてください。',
  'picture-missing': '手順の絵が見つからないか、画像ではありません。もう一度選んでください。',
  'changes-missing': '変わったところが書かれていません。前の版を読んだ人のために、変更点を書いてください。',
  'question-answered': 'この質問には、ほかの人がもう答えています。ページを読み込み直してください。',
  'not-enough-units': (details: Details) => `残りは${details['left'] ?? 0}です。数を減らしてください。`,
  'worker-not-available': 'いま仕事を受けられない人が含まれています。候補を選び直してください。',
  'already-offered': '同じ人に、同じ仕事の打診が届いています。その返事を待つか、取り下げてください。',
  'too-long-days': '納期までに1日8時間を超える作業が必要になります。数を減らすか、納期を延ばしてください。',
  'answer-day-passed': '返事の日が過ぎています。今日か、それより後の日にしてください。',
  'answer-after-due': '返事の日が、仕事の納期より後です。納期までの日にしてください。',
  'due-passed': '納期が過ぎています。新しい納期の仕事を選んでください。',
  'offer-decided': 'この打診は、もう返事が済んでいるか、取り下げられています。一覧を読み込み直してください。',
  'offer-taken': 'この打診は、もう返事が済んでいるか、取り下げられています。届いた仕事の一覧を見てください。',
  'offer-expired': '返事の期日が過ぎています。仕事の一覧から、もう一度手を挙げられます。',
  'terms-incomplete': '取引条件に未記入のところがあり、まだ引き受けられません。担当者が直すまでお待ちください。',
  'pay-date-too-late': '支払日が法の期限を過ぎるため、まだ引き受けられません。担当者にお知らせください。',
  'lot-size': (details: Details) => `引き受けられる数は${details['least'] ?? ''}から${details['most'] ?? ''}までです。数を直してください。`,
  'requirements-missing': 'この仕事に必要なものが、まだそろっていません。足りないものを確かめてください。',
  'more-than-left': (details: Details) => `手放せるのは、まだ提出していない${details['left'] ?? ''}までです。数を直してください。`,
}

export const faults = {
  'day-out-of-range': '2000年から2049年までの日付を入力してください。',
  'due-before-order': '納期は、受注日と同じか後の日にしてください。',
  'due-before-release': '納期は、始められる日と同じか後の日にしてください。',
  'lot-above-units': '一人分の最小数は、数量以下にしてください。',
  'skill-twice': '同じ技能が2回選ばれています。1つにしてください。',
}
