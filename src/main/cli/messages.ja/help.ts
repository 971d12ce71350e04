import type { Messages } from '../messages.ts'

export const helpJa = `kado — 自営型テレワーク推進事業の計算

使い方: kado 命令 [指定] < 入力.json > 出力

命令:
  kpi        重要業績評価指標の表の、印刷される欄
  statement  ワーカー1人・1回の締めの明細（仕入明細書・支払通知書）
  zengin     総合振込の全銀ファイル
  check      小さな検査（自治体コード、登録番号、カナ、支払期日、銀行営業日、年度）
  plan       仕事の割り当て
  sheet      年度の評価シート

データベースを使う命令:
  start      製品を起動する
  migrate    データベースを最新の形にする
  verify     操作の記録、文書、仕訳、行の封印を計算し直し、控えと比べる
  backup     動いたまま控えを取る
  restore    控えから戻す
  act        画面と同じ入口から操作を1つ行う
  invite     事業をつくる人を招くリンクを出す
  entrance   入口に並ぶ事業と、その順番を決める

はじめの6つの命令では、入力は標準入力の JSON 1つ、出力は標準出力です。額は円の整数、日付は YYYY-MM-DD、年度は始まりの西暦（2022 は令和4年度）。
入力に誤りがあれば終了コード 2 で、標準エラー出力に誤りごとに1行（場所: 原因。直し方。）を書きます。内部の失敗は 1 です。
はじめの6つにデータベースは要りません。英語にするには LANG=en とします。命令ごとの使い方は kado 命令 --help
`

export const verbHelpJa: Messages['verbHelp'] = {
  kpi: `kado kpi < 表.json

{ "fiscalYear": 2022,
  "print": { "decimals": 1, "wholeRates": "bare|fixed", "negative": "△|▲|-|()", "none": "", "rate": "()", "local": "[]" },
  "indicators": [ { "name": "…", "unit": "人", "direction": "up|down", "mode": "increment|level",
      "baseline": { "fiscalYear": 2020, "value": 250 }, "targets": { "2021": 50, "2022": 90 },
      "values": { "2021": 317, "2022": 350 }, "local": { "2020": 0, "2021": 0, "2022": 21 } } ] }

increment: 目標は年ごとの増加、values と local は水準。level: 目標も水準で、累計はありません。
値は数か null（なし）か "pending"（集計中）。目標の null は、その年度の目標と達成率を書きません。print と local は省けます。
円の数を千円で印刷するときは "scale": 1000。丸めは print か指標の "rounding": "half-up|down"（四捨五入・切捨て）。
自治体の値が全体を超えてよい差し引き（利益など）は "subset": false。マイナスの値があれば、書かなくても同じです。
`,
  statement: `kado statement < 明細.json

{ "paidOn": "2026-12-25", "taxRounding": "floor|round|ceil",
  "worker": { "kind": "individual|corporation", "invoiceRegistration": null または { "number": "T…", "from": "2023-10-01", "to": null } },
  "lines": [ { "description": "原稿", "suppliedOn": "2026-11-10", "amountYen": 30000, "taxRatePercent": 10,
               "withholding": "subject|not-subject|undecided" } ] }

amountYen は税抜です。登録や経過措置の変わり目をまたぐ明細、undecided の明細は断ります。
`,
  zengin: `kado zengin < 振込.json > 振込.dat

{ "valueOn": "2026-12-25", "separator": "crlf|none",
  "requester": { "code": "1234567890", "name": "カナ", "bank": { "code": "0143", "name": "カナ" },
                 "branch": { "code": "433", "name": "カナ" }, "accountType": "ordinary|current|other", "accountNumber": "7654321" },
  "payments": [ { "bank": {…}, "branch": {…}, "accountType": "ordinary|current|savings|other", "accountNumber": "1234567",
                  "holder": "カナ", "amountYen": 49895, "newCode": "0", "customerCode1": "10001", "customerCode2": "202611", "edi": null } ] }

カナは全角でもひらがなでもかまいません。漢字と使えない文字、ない銀行・支店、営業日でない日、同じ口座への同じ額は断ります。
`,
  check: `kado check 検査 …   （終了コード 0: 正しい、1: 正しくない）

  municipality-code 202126
  invoice-number T7000012050002 --kind corporation|individual
  kana "ヤマダ　ハナコ"
  pay-date --received 2026-07-01 --pay 2026-08-31
  bank-day 2027-01-03
  fiscal-year 2023-03-31
`,
  plan: `kado plan [--time-limit 秒] [--seed 数] [--iterations 数] < 問題 > 計画.json
kado plan --verify < {"problem": …, "plan": …}
kado plan --explain WORKER PACKAGE < {"problem": …, "plan": …}

{ "from": "2026-12-01", "days": 28,
  "workers": [ { "id": "w1", "municipality": "202151", "site": "shiojiri", "minutesByDay": [120, 0, 90], "wantedMinutes": 1200,
                 "maxMinutes": 2400, "skills": { "data-entry": 2 }, "equipment": ["pc"], "acceptProbability": 0.8 } ],
  "packages": [ { "id": "p1", "units": 400, "unitMinutes": 6, "releaseDay": 0, "dueDay": 12, "skills": { "data-entry": 2 },
                  "equipment": ["pc"], "onSite": null, "minUnits": 5, "maxShare": 0.35, "indivisible": false, "priority": 1, "review": null } ],
  "sites": [ { "id": "shiojiri", "seatMinutesByDay": [4800] } ], "municipalities": [ { "id": "202151", "fairShare": 0.5 } ],
  "pairs": [], "accepted": [], "declined": [], "objective": "programme|assignment-cost" }

省ける項目: from、days（28）、sites、municipalities、pairs、accepted、declined、objective と、id・units のほかの欄。日は0から数えます。
大きな問題は1行に1つずつ（NDJSON）でも渡せます。1行目は一覧のない問題、2行目からは kind のあるもの1つです。
  {"from": "2026-12-01", "days": 28}
  {"kind": "worker", "id": "w1", …}
  {"kind": "package", "id": "p1", …}
  kind: worker、package、site、municipality、pair、accepted、declined
どの形でも gzip のままで渡せます。--verify と --explain は、問題に続けて計画を渡しても同じです（cat 問題.ndjson 計画.json | kado plan --verify）。

進み具合は標準エラー出力に書きます。同じ入力・seed・iterations からは同じ計画ができます。時間で切れたときは、それまでのよい計画です。
すべてはできないときも計画を返し、unfilled に残りと理由、proof に証明を書きます。
--verify は計画の違反をすべて挙げ、あれば終了コード 1 です。--explain はその人にその仕事が来た理由、来ない理由を答えます。
`,
  sheet: `kado sheet --format html|pdf|xlsx|csv|json < シート.json

{ "number": "No.2", "title": "…", "municipality": "…", "fiscalYear": "令和4年度",
  "basics": { "grantName": "…", "department": "…", "period": "…", "outline": "…",
              "costs": [ { "label": "…", "totalLabel": "総事業費", "total": "…円", "years": [ { "label": "令和4年度", "amount": "…円" } ] } ] },
  "year": { "application": "…", "position": "…", "content": "…", "contentCost": "", "contentNote": "", "costs": [ { "label": "…", "amount": "…円" } ] },
  "kpi": { "headings": { "name": "指標", "baseline": "…", "finalTarget": "…", "year": "…", "cumulative": "…", "target": "目標値", "actual": "実績値" },
           "rows": [ kado kpi の rows と同じ欄 ], "note": "" },
  "evaluation": { "options": [ { "key": "A", "label": "…" } ], "chosen": "C", "effect": "…", "answerToOpinions": "" },
  "next": { "options": [ { "key": "A", "label": "…" } ], "chosen": "C", "issues": "…", "nextSteps": "…" },
  "committee": { "name": "…", "opinions": [ "…" ] } }
`,
}
