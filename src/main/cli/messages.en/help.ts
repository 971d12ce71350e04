import type { Messages } from '../messages.ts'

export const helpEn = `kado — calculations of the self-employed telework programme

Usage: kado VERB [options] < input.json > output

Verbs:
  kpi        the printed cells of a KPI table
  statement  one worker's statement for one close (purchase statement or payment notice)
  zengin     the bank file of a bulk transfer
  check      small checks (municipality code, invoice number, kana, pay date, bank day, fiscal year)
  plan       an allocation of work
  sheet      the evaluation sheet of a year

Verbs that use the database:
  start      starts the product
  migrate    brings the database up to date
  verify     recomputes the log, documents, postings and seals and compares them with the kept heads
  backup     copies everything while it runs
  restore    brings a copy back
  act        carries out one action by the door that the screens use
  invite     makes a link by which somebody may open a programme
  entrance   says which programmes stand at the entrance, in which order

The first six: one JSON document on standard input, the answer on standard output. Amounts are whole yen, dates YYYY-MM-DD, fiscal years the year in which
they begin (2022 is 令和4年度). Bad input: exit code 2 and one line for each fault on standard error (place: cause. Remedy.). Internal failure: 1.
The first six need no database. How to use a verb: kado VERB --help
`

export const verbHelpEn: Messages['verbHelp'] = {
  kpi: `kado kpi < table.json

{ "fiscalYear": 2022,
  "print": { "decimals": 1, "wholeRates": "bare|fixed", "negative": "△|▲|-|()", "none": "", "rate": "()", "local": "[]" },
  "indicators": [ { "name": "…", "unit": "人", "direction": "up|down", "mode": "increment|level",
      "baseline": { "fiscalYear": 2020, "value": 250 }, "targets": { "2021": 50, "2022": 90 },
      "values": { "2021": 317, "2022": 350 }, "local": { "2020": 0, "2021": 0, "2022": 21 } } ] }

increment: targets are yearly increases, values and local are levels. level: targets are levels too, and there is no cumulative part.
A value is a number, null (none) or "pending". A target that is null prints neither target nor rate. print and local may be left out.
"scale": 1000 prints figures in yen as 千円, by "rounding": "half-up|down" of print or of the indicator.
"subset": false lets a local value be above the regional one (a profit); negative values say so by themselves.
`,
  statement: `kado statement < statement.json

{ "paidOn": "2026-12-25", "taxRounding": "floor|round|ceil",
  "worker": { "kind": "individual|corporation", "invoiceRegistration": null or { "number": "T…", "from": "2023-10-01", "to": null } },
  "lines": [ { "description": "…", "suppliedOn": "2026-11-10", "amountYen": 30000, "taxRatePercent": 10,
               "withholding": "subject|not-subject|undecided" } ] }

amountYen is without tax. Lines on both sides of a change of registration or of the transitional credit, and undecided lines, are refused.
`,
  zengin: `kado zengin < transfers.json > transfers.dat

{ "valueOn": "2026-12-25", "separator": "crlf|none",
  "requester": { "code": "1234567890", "name": "kana", "bank": { "code": "0143", "name": "kana" },
                 "branch": { "code": "433", "name": "kana" }, "accountType": "ordinary|current|other", "accountNumber": "7654321" },
  "payments": [ { "bank": {…}, "branch": {…}, "accountType": "ordinary|current|savings|other", "accountNumber": "1234567",
                  "holder": "kana", "amountYen": 49895, "newCode": "0", "customerCode1": "10001", "customerCode2": "202611", "edi": null } ] }

Kana may be full-width or hiragana. Kanji, characters that the format lacks, unknown banks and branches, days on which banks are closed and
the same amount to the same account twice are refused.
`,
  check: `kado check WHAT …   (exit code 0: valid, 1: not)

  municipality-code 202126
  invoice-number T7000012050002 --kind corporation|individual
  kana "ヤマダ　ハナコ"
  pay-date --received 2026-07-01 --pay 2026-08-31
  bank-day 2027-01-03
  fiscal-year 2023-03-31
`,
  plan: `kado plan [--time-limit SECONDS] [--seed NUMBER] [--iterations NUMBER] < problem > plan.json
kado plan --verify < {"problem": …, "plan": …}
kado plan --explain WORKER PACKAGE < {"problem": …, "plan": …}

{ "from": "2026-12-01", "days": 28,
  "workers": [ { "id": "w1", "municipality": "202151", "site": "shiojiri", "minutesByDay": [120, 0, 90], "wantedMinutes": 1200,
                 "maxMinutes": 2400, "skills": { "data-entry": 2 }, "equipment": ["pc"], "acceptProbability": 0.8 } ],
  "packages": [ { "id": "p1", "units": 400, "unitMinutes": 6, "releaseDay": 0, "dueDay": 12, "skills": { "data-entry": 2 },
                  "equipment": ["pc"], "onSite": null, "minUnits": 5, "maxShare": 0.35, "indivisible": false, "priority": 1, "review": null } ],
  "sites": [ { "id": "shiojiri", "seatMinutesByDay": [4800] } ], "municipalities": [ { "id": "202151", "fairShare": 0.5 } ],
  "pairs": [], "accepted": [], "declined": [], "objective": "programme|assignment-cost" }

May be left out: from, days (28), sites, municipalities, pairs, accepted, declined, objective, and every field but id and units. Days count from 0.
A large problem can also come one thing a line (NDJSON): the problem without its lists, then things with their kind.
  {"from": "2026-12-01", "days": 28}
  {"kind": "worker", "id": "w1", …}
  {"kind": "package", "id": "p1", …}
  kind: worker, package, site, municipality, pair, accepted, declined
Every form may be packed by gzip. --verify and --explain also take the problem and after it the plan (cat problem.ndjson plan.json | kado plan --verify).

Progress goes to standard error. The same input, seed and iterations give the same plan; a time limit gives the best one so far.
When not everything can be done there is a plan all the same: unfilled names what is left and why, and proof proves it.
--verify lists every violation of a plan and ends with exit code 1 when there is one. --explain says why a worker has a package or not.
`,
  sheet: `kado sheet --format html|pdf|xlsx|csv|json < sheet.json

{ "number": "No.2", "title": "…", "municipality": "…", "fiscalYear": "令和4年度",
  "basics": { "grantName": "…", "department": "…", "period": "…", "outline": "…",
              "costs": [ { "label": "…", "totalLabel": "総事業費", "total": "…円", "years": [ { "label": "令和4年度", "amount": "…円" } ] } ] },
  "year": { "application": "…", "position": "…", "content": "…", "contentCost": "", "contentNote": "", "costs": [ { "label": "…", "amount": "…円" } ] },
  "kpi": { "headings": { "name": "指標", "baseline": "…", "finalTarget": "…", "year": "…", "cumulative": "…", "target": "目標値", "actual": "実績値" },
           "rows": [ the cells of the rows of kado kpi ], "note": "" },
  "evaluation": { "options": [ { "key": "A", "label": "…" } ], "chosen": "C", "effect": "…", "answerToOpinions": "" },
  "next": { "options": [ { "key": "A", "label": "…" } ], "chosen": "C", "issues": "…", "nextSteps": "…" },
  "committee": { "name": "…", "opinions": [ "…" ] } }
`,
}
