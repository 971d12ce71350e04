-- Locks: orders.work_kind ACCESS EXCLUSIVE for an instant, a column with a default
-- What the tax office calls the pay for a kind of work on a 支払調書 (src/orders/rules/payment-category.ts); empty goes by the name.
alter table orders.work_kind add column payment_category text not null default '';
