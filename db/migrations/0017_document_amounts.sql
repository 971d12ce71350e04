-- Locks: platform.document ACCESS EXCLUSIVE while it is written anew, 10 s for 100,000 documents
-- What a document is found by beside its amount: the transaction with tax and before withholding, and what reaches the account. Both come
-- from its data, which the hash covers, so they hold for every document that was ever stored.
alter table platform.document
  add column transaction_yen bigint generated always as (coalesce((data -> 'sums' ->> 'totalYen')::bigint, amount_yen)) stored,
  add column net_yen bigint generated always as (coalesce((data ->> 'netYen')::bigint, amount_yen)) stored;
