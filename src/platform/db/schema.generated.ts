// Generated from the migrated schema by scripts/database-types.ts.
import type { Generated } from 'kysely'

export interface DB {
  'platform.audit': {
    programme_id: string
    lane: number
    seq: number
    at: string
    user_id: string | null
    action: string
    subject: string | null
    entry: string
    hash: Buffer
  }
  'platform.audit_head': {
    programme_id: string
    lane: number
    seq: Generated<number>
    hash: Generated<Buffer>
  }
  'platform.credential': {
    id: string
    user_id: string
    account_id: string
    provider_id: string
    access_token: string | null
    refresh_token: string | null
    id_token: string | null
    access_token_expires_at: string | null
    refresh_token_expires_at: string | null
    scope: string | null
    password: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  'platform.document': {
    programme_id: string
    id: string
    kind: string
    number: string
    version: Generated<number>
    supersedes: string | null
    template: string
    transaction_on: string
    amount_yen: number | null
    counterparty_id: string | null
    counterparty_name: string
    owner_user_id: string | null
    data: unknown
    sha256: Buffer
    previous_sha256: Buffer | null
    issued_at: string
    retain_until: string
  }
  'platform.document_series': {
    programme_id: string
    kind: string
    last_number: Generated<number>
    last_sha256: Buffer | null
  }
  'platform.file': {
    programme_id: string
    id: string
    name: string
    media_type: string
    byte_count: number
    received_byte_count: Generated<number>
    sha256: Buffer | null
    uploaded_by: string
    created_at: Generated<string>
    completed_at: string | null
  }
  'platform.file_chunk': {
    programme_id: string
    file_id: string
    start_byte: number
    bytes: Buffer
  }
  'platform.idempotency': {
    programme_id: string
    user_id: string
    key: string
    action: string
    input_hash: Buffer
    answer: unknown | null
    created_at: Generated<string>
  }
  'platform.notification': {
    programme_id: string
    id: string
    user_id: string
    kind: string
    link: string | null
    data: Generated<unknown>
    created_at: Generated<string>
    read_at: string | null
  }
  'platform.outbox': {
    programme_id: string
    id: string
    event: string
    payload: unknown
    published_at: Generated<string>
  }
  'platform.outbox_delivery': {
    programme_id: string
    event_id: string
    handler: string
    delivered_at: Generated<string>
  }
  'platform.passkey': {
    id: string
    name: string | null
    public_key: string
    user_id: string
    credential_id: string
    counter: number
    device_type: string
    backed_up: boolean
    transports: string | null
    aaguid: string | null
    created_at: Generated<string | null>
  }
  'platform.session': {
    id: string
    user_id: string
    token: string
    expires_at: string
    ip_address: string | null
    user_agent: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  'platform.tenant_list': {
    id: string
  }
  'platform.two_factor': {
    id: string
    user_id: string
    secret: string
    backup_codes: string
    verified: Generated<boolean | null>
    failed_verification_count: Generated<number | null>
    locked_until: string | null
  }
  'platform.user': {
    id: string
    name: string
    email: string
    email_verified: Generated<boolean>
    image: string | null
    two_factor_enabled: Generated<boolean | null>
    language: Generated<string>
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  'platform.verification': {
    id: string
    identifier: string
    value: string
    expires_at: string
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  'programme.cost_share': {
    programme_id: string
    fiscal_year: number
    municipality_id: string
    cost_yen: number
    eligible_yen: number
    grant_yen: number
  }
  'programme.invitation': {
    programme_id: string
    id: string
    email: string
    role: string
    scope_kind: string
    scope_id: string
    token_sha256: Buffer
    invited_by: string
    created_at: Generated<string>
    expires_at: string
    accepted_at: string | null
    accepted_by: string | null
    withdrawn_at: string | null
  }
  'programme.membership': {
    programme_id: string
    id: string
    user_id: string
    role: string
    scope_kind: string
    scope_id: string
    granted_at: Generated<string>
    granted_by: string | null
    ended_at: string | null
  }
  'programme.minimum_wage': {
    programme_id: string
    prefecture: string
    valid_from: string
    hourly_yen: number
  }
  'programme.municipality': {
    programme_id: string
    id: string
    code: string | null
    name: string
    name_en: Generated<string>
    department: Generated<string>
    is_lead: Generated<boolean>
    is_member: Generated<boolean>
    joined_on: string
    left_on: string | null
    adopted_on: string | null
    sheet_settings: Generated<unknown>
  }
  'programme.programme': {
    programme_id: string
    name: string
    outline: Generated<string>
    operator_name: string
    operator_kana: Generated<string>
    operator_address: Generated<string>
    operator_contact: Generated<string>
    operator_invoice_number: string | null
    operator_representative: Generated<string>
    first_fiscal_year: number
    last_fiscal_year: number
    grant_name: Generated<string>
    grant_numerator: Generated<number>
    grant_denominator: Generated<number>
    bank_account: unknown | null
    pay_day: Generated<number>
    second_factor_required: Generated<boolean>
    is_demo: Generated<boolean>
    created_at: Generated<string>
  }
  'programme.site': {
    programme_id: string
    id: string
    municipality_id: string
    name: string
    prefecture: string
    address: Generated<string>
    seats: Generated<number>
    security_class: Generated<number>
    opened_on: string
    closed_on: string | null
  }
  'programme.year_cost': {
    programme_id: string
    fiscal_year: number
    cost_yen: number
    position: Generated<string>
    content: Generated<string>
  }
  'people.bank_account': {
    programme_id: string
    id: string
    worker_id: string
    bank_code: string
    bank_name: string
    branch_code: string
    branch_name: string
    account_type: string
    account_number: string
    holder_kana: string
    recorded_at: Generated<string>
  }
  'people.consent': {
    programme_id: string
    worker_id: string
    purpose: string
    text_version: string
    given_at: string
    withdrawn_at: string | null
  }
  'people.employee_declaration': {
    programme_id: string
    worker_id: string
    declared_on: string
    uses_employees: boolean
  }
  'people.free_minutes': {
    programme_id: string
    worker_id: string
    weekday: number
    minutes: number
  }
  'people.free_minutes_exception': {
    programme_id: string
    worker_id: string
    on_date: string
    minutes: number
  }
  'people.interview': {
    programme_id: string
    id: string
    worker_id: string
    held_on: string
    held_by: string
    note: Generated<string>
    recorded_at: Generated<string>
    outcome: string
  }
  'people.invoice_registration': {
    programme_id: string
    id: string
    worker_id: string
    number: string
    valid_from: string
    valid_to: string | null
    recorded_at: Generated<string>
  }
  'people.skill': {
    programme_id: string
    id: string
    key: string
    name_ja: string
    name_en: string
    highest_level: Generated<number>
  }
  'people.state_change': {
    programme_id: string
    id: string
    worker_id: string
    from_state: string
    to_state: string
    changed_on: string
    changed_by: string
    note: Generated<string>
  }
  'people.worker': {
    programme_id: string
    id: string
    number: number
    user_id: string | null
    state: string
    kind: Generated<string>
    name: string
    kana: string
    display_name: string
    email: string
    phone: Generated<string>
    postal_address: Generated<string>
    prefecture: string
    municipality_id: string
    site_id: string | null
    wanted_monthly_yen: Generated<number>
    wanted_monthly_minutes: Generated<number>
    highest_monthly_minutes: Generated<number>
    wish: Generated<string>
    equipment: Generated<string[]>
    line_speed_mbps: number | null
    uses_employees: Generated<boolean>
    uses_employees_declared_on: string | null
    applied_on: string
    registered_on: string | null
    left_on: string | null
    is_demo: Generated<boolean>
  }
  'people.worker_series': {
    programme_id: string
    last_number: number
  }
  'people.worker_skill': {
    programme_id: string
    worker_id: string
    skill_id: string
    level: number
    evidence: string
    evidenced_on: string
  }
  'sales.client': {
    programme_id: string
    id: string
    name: string
    name_kana: Generated<string>
    postal_address: Generated<string>
    contact_name: Generated<string>
    contact_email: Generated<string>
    contact_phone: Generated<string>
    note: Generated<string>
    payment_terms: Generated<string>
    payment_due_days: Generated<number>
    is_public_body: Generated<boolean>
    is_demo: Generated<boolean>
    created_at: Generated<string>
  }
  'orders.assignment': {
    programme_id: string
    id: string
    offer_id: string
    package_id: string
    worker_id: string
    units: number
    unit_price_yen: number
    fee_yen: number
    tax_yen: number
    ordered_on: string
    due_on: string
    inspection_complete_on: string
    pay_on: string
    notice_document_id: string
    is_demo: Generated<boolean>
    accepted_at: string
  }
  'orders.cancellation': {
    programme_id: string
    order_id: string
    reason: string
    note: Generated<string>
    cancelled_on: string
    cancelled_by: string
  }
  'orders.client_order': {
    programme_id: string
    id: string
    number: string
    client_id: string
    title: string
    description: Generated<string>
    ordered_on: string
    due_on: string
    amount_yen: number
    tax_rate_percent: Generated<number>
    municipality_id: string | null
    director_user_id: string | null
    repairs_are_sent: Generated<boolean>
    state: string
    created_at: Generated<string>
  }
  'orders.manual_draft': {
    programme_id: string
    package_id: string
    steps: unknown
    saved_by: string
    saved_at: Generated<string>
  }
  'orders.manual_reading': {
    programme_id: string
    package_id: string
    worker_id: string
    version: number
    read_at: Generated<string>
    checked: Generated<number[]>
  }
  'orders.manual_version': {
    programme_id: string
    package_id: string
    version: number
    steps: unknown
    changes: Generated<string>
    published_by: string
    published_at: Generated<string>
  }
  'orders.offer': {
    programme_id: string
    id: string
    package_id: string
    worker_id: string
    units: number
    minutes: number
    unit_price_yen: number
    due_on: string
    plan_id: string | null
    why: Generated<unknown>
    state: string
    offered_by: string
    offered_at: Generated<string>
    answer_by: string | null
    decided_at: string | null
  }
  'orders.order_change': {
    programme_id: string
    id: string
    order_id: string
    amount_before_yen: number
    amount_after_yen: number
    due_before: string
    due_after: string
    reason: string
    agreed_on: string
    agreed_by: string
  }
  'orders.order_series': {
    programme_id: string
    year: number
    last_number: number
  }
  'orders.package': {
    programme_id: string
    id: string
    order_id: string
    title: string
    summary: Generated<string>
    specification: Generated<string>
    work_kind_id: string
    units: number
    unit_name: string
    unit_minutes: number
    unit_price_yen: number
    price_rationale: Generated<string>
    release_on: string
    due_on: string
    inspection_days: Generated<number>
    security_class: Generated<number>
    on_site_id: string | null
    equipment: Generated<string[]>
    min_units: Generated<number>
    max_share_percent: Generated<number>
    indivisible: Generated<boolean>
    priority: Generated<number>
    is_public: Generated<boolean>
    work_place: Generated<string>
    expenses: Generated<string>
    intellectual_property: Generated<string>
    personal_data: Generated<string>
    contact: Generated<string>
    independence_reviewed: Generated<boolean>
    state: string
    created_at: Generated<string>
  }
  'orders.package_skill': {
    programme_id: string
    package_id: string
    skill_id: string
    level: number
  }
  'orders.paper_request': {
    programme_id: string
    id: string
    document_id: string
    worker_id: string
    requested_on: string
    send_by: string
    sent_on: string | null
    sent_by: string | null
  }
  'orders.price_request': {
    programme_id: string
    id: string
    assignment_id: string
    worker_id: string
    wanted_price_yen: number
    reason: string
    requested_on: string
    explanation: string | null
    answered_on: string | null
    answered_by: string | null
    terms_change_id: string | null
  }
  'orders.question': {
    programme_id: string
    id: string
    package_id: string
    worker_id: string
    step: number | null
    text: string
    asked_at: Generated<string>
    answer: string | null
    answered_by: string | null
    answered_at: string | null
    is_shared: Generated<boolean>
  }
  'orders.readiness_check': {
    programme_id: string
    id: string
    package_id: string
    passed_at: Generated<string>
    passed_by: string
    findings: unknown
  }
  'orders.release': {
    programme_id: string
    id: string
    assignment_id: string
    units: number
    released_at: Generated<string>
  }
  'orders.terms_change': {
    programme_id: string
    id: string
    assignment_id: string
    units: number
    unit_price_yen: number
    due_on: string
    reason: string
    state: string
    proposed_by: string
    proposed_at: string
    decided_at: string | null
    new_assignment_id: string | null
  }
  'orders.work_kind': {
    programme_id: string
    id: string
    key: string
    name_ja: string
    name_en: string
    withholding: string
  }
  'matching.pair_rule': {
    programme_id: string
    worker_id: string
    package_id: string
    rule: string
    units: number | null
    set_by: string
    set_at: Generated<string>
  }
  'matching.plan': {
    programme_id: string
    id: string
    kind: Generated<string>
    package_id: string | null
    worker_id: string | null
    cause: string | null
    freed: Generated<unknown>
    refreshes_id: string | null
    state: string
    from_date: string
    days: number
    seconds_limit: Generated<number>
    problem: unknown | null
    plan: unknown | null
    progress: unknown | null
    fault: string | null
    asked_by: string
    asked_at: Generated<string>
    beat_at: Generated<string>
    stop_asked_at: string | null
    finished_at: string | null
    offered_at: string | null
  }
  'delivery.acceptance': {
    programme_id: string
    submission_id: string
    accepted_on: string
    accepted_by: string
    note: Generated<string>
    first_pass: boolean
  }
  'delivery.assignment_units': {
    programme_id: string | null
    assignment_id: string | null
    package_id: string | null
    worker_id: string | null
    units: number | null
    released_units: number | null
    waiting_units: number | null
    accepted_units: number | null
    to_correct_units: number | null
    left_units: number | null
    correct_by: string | null
  }
  'delivery.client_acceptance': {
    programme_id: string
    delivery_id: string
    accepted_on: string
    accepted_by: string
    comment: Generated<string>
    document_id: string
  }
  'delivery.client_delivery': {
    programme_id: string
    id: string
    order_id: string
    number: string
    message: Generated<string>
    units_by_package: unknown
    delivered_on: string
    delivered_by: string
    document_id: string | null
  }
  'delivery.client_delivery_file': {
    programme_id: string
    delivery_id: string
    file_id: string
  }
  'delivery.client_return': {
    programme_id: string
    delivery_id: string
    reason: string
    returned_on: string
    returned_by: string
  }
  'delivery.delivered_units': {
    programme_id: string | null
    order_id: string | null
    package_id: string | null
    units: number | null
  }
  'delivery.hand_in': {
    programme_id: string | null
    id: string | null
    assignment_id: string | null
    worker_id: string | null
    package_id: string | null
    units: number | null
    note: string | null
    replaces: string | null
    received_at: string | null
    received_on: string | null
    state: string | null
    inspect_by: string | null
    accepted_on: string | null
    first_pass: boolean | null
    item: string | null
    reason: string | null
    evidence: string | null
    evidence_file_id: string | null
    cause: string | null
    correct_by: string | null
    returned_on: string | null
  }
  'delivery.rework': {
    programme_id: string
    submission_id: string
    item: string
    reason: string
    evidence: string
    evidence_file_id: string | null
    cause: string
    correct_by: string
    returned_on: string
    returned_by: string
  }
  'delivery.submission': {
    programme_id: string
    id: string
    assignment_id: string
    worker_id: string
    package_id: string
    units: number
    note: Generated<string>
    replaces: string | null
    received_at: string
    received_on: string
  }
  'delivery.submission_file': {
    programme_id: string
    submission_id: string
    file_id: string
  }
  'money.batch_approval': {
    programme_id: string
    batch_id: string
    approved_by: string
    approved_at: Generated<string>
  }
  'money.batch_export': {
    programme_id: string
    batch_id: string
    bytes: Buffer
    sha256: Buffer
    exported_by: string
    exported_at: Generated<string>
  }
  'money.batch_rejection': {
    programme_id: string
    batch_id: string
    reason: string
    rejected_by: string
    rejected_at: Generated<string>
  }
  'money.client_invoice': {
    programme_id: string
    id: string
    number: string
    client_id: string
    order_id: string
    delivery_id: string
    issued_on: string
    due_on: string
    subtotal_yen: number
    tax_yen: number
    total_yen: number
    document_id: string | null
  }
  'money.client_receipt': {
    programme_id: string
    id: string
    invoice_id: string
    received_on: string
    amount_yen: number
    deducted_fee_yen: Generated<number>
    recorded_by: string
  }
  'money.client_sale': {
    programme_id: string
    delivery_id: string
    order_id: string
    client_id: string
    accepted_on: string
    subtotal_yen: number
    tax_rate_percent: number
    tax_yen: number
  }
  'money.corrected_line': {
    programme_id: string
    statement_id: string
    submission_id: string
    amount_yen: number
    withholding: string
  }
  'money.entry': {
    programme_id: string
    id: string
    kind: string
    entry_on: string
    source_id: string
    description: Generated<string>
    posted_at: Generated<string>
  }
  'money.line_of_statement': {
    programme_id: string | null
    statement_id: string | null
    submission_id: string | null
    amount_yen: number | null
    withholding: string | null
  }
  'money.month_close': {
    programme_id: string
    id: string
    month: string
    pay_on: string
    closed_by: string
    closed_at: Generated<string>
    worker_count: number
    subtotal_yen: number
    tax_yen: number
    withholding_yen: number
    net_yen: number
    run: Generated<number>
  }
  'money.objection_reply': {
    programme_id: string
    statement_id: string
    reply: string
    replied_by: string
    replied_at: string
  }
  'money.operating_cost': {
    programme_id: string
    id: string
    paid_on: string
    amount_yen: number
    tax_yen: Generated<number>
    description: string
    municipality_id: string | null
    recorded_by: string
  }
  'money.paid_statement': {
    programme_id: string | null
    statement_id: string | null
    worker_id: string | null
    close_id: string | null
    paid_on: string | null
    net_yen: number | null
    fee_yen: number | null
    tax_yen: number | null
    withholding_base_yen: number | null
    withholding_yen: number | null
  }
  'money.payable': {
    programme_id: string
    submission_id: string
    worker_id: string
    package_id: string
    order_id: string
    municipality_id: string
    description: string
    amount_yen: number
    tax_rate_percent: Generated<number>
    withholding: string
    received_on: string
    accepted_on: string
    pay_on: string
  }
  'money.payment_record': {
    programme_id: string
    year: number
    worker_id: string
    version: number
    payment_count: number
    withholding_yen: number
    net_yen: number
    document_id: string
  }
  'money.posting': {
    programme_id: string
    entry_id: string
    line: number
    account: string
    debit_yen: Generated<number>
    credit_yen: Generated<number>
    worker_id: string | null
    client_id: string | null
    order_id: string | null
    municipality_id: string | null
  }
  'money.programme_year': {
    programme_id: string
    fiscal_year: number
    municipality_key: string
    orders_yen: Generated<number>
    worker_yen: Generated<number>
    cost_yen: Generated<number>
  }
  'money.statement': {
    programme_id: string
    id: string
    close_id: string
    worker_id: string
    kind: string
    subtotal_yen: number
    tax_yen: number
    total_yen: number
    withholding_base_yen: number
    withholding_yen: number
    net_yen: number
    creditable_yen: number
    credit_percent: number
    registration_number: string | null
    pay_on: string
    issued_at: string
    corrects: string | null
    root_id: string
    correction_reason: Generated<string>
  }
  'money.statement_answer': {
    programme_id: string
    statement_id: string
    answer: string
    note: Generated<string>
    answered_at: Generated<string>
  }
  'money.statement_document': {
    programme_id: string
    statement_id: string
    document_id: string
  }
  'money.statement_due': {
    programme_id: string | null
    id: string | null
    close_id: string | null
    is_replaced: boolean | null
    due_yen: number | null
  }
  'money.statement_line': {
    programme_id: string
    submission_id: string
    statement_id: string
    withholding: string
  }
  'money.transfer': {
    programme_id: string
    id: string
    batch_id: string
    statement_id: string
    worker_id: string
    amount_yen: number
    bank_code: string
    bank_name: string
    branch_code: string
    branch_name: string
    account_type: string
    account_number: string
    holder_kana: string
    retry_of: string | null
  }
  'money.transfer_batch': {
    programme_id: string
    id: string
    close_id: string | null
    value_on: string
    transfer_count: number
    total_yen: number
    made_by: string
    made_at: Generated<string>
  }
  'money.transfer_result': {
    programme_id: string
    transfer_id: string
    result: string
    result_on: string
    note: Generated<string>
    recorded_by: string
    recorded_at: Generated<string>
  }
  'money.transfer_state': {
    programme_id: string | null
    id: string | null
    batch_id: string | null
    statement_id: string | null
    worker_id: string | null
    amount_yen: number | null
    state: string | null
    paid_on: string | null
    returned_on: string | null
    returned_at: string | null
    returned_note: string | null
    is_last: boolean | null
  }
  'money.withholding_decision': {
    programme_id: string
    id: string
    work_kind_id: string
    withholding: string
    basis: string
    decided_by: string
    decided_at: string
  }
  'money.withholding_payment': {
    programme_id: string
    id: string
    month: string
    amount_yen: number
    paid_on: string
    recorded_by: string
  }
  'money.worker_year': {
    programme_id: string
    fiscal_year: number
    worker_id: string
    municipality_id: string
    paid_yen: Generated<number>
  }
  'indicators.indicator': {
    programme_id: string
    id: string
    position: number
    name: string
    name_en: Generated<string>
    unit: string
    direction: string
    mode: string
    source: string
    baseline_fiscal_year: number
    baseline_value: number
    local_share: Generated<boolean>
    definition_version: Generated<number>
  }
  'indicators.sheet': {
    programme_id: string
    id: string
    municipality_id: string
    fiscal_year: number
    typed: Generated<unknown>
    typed_by: Generated<unknown>
    revision: Generated<number>
    updated_by: string
    updated_at: Generated<string>
  }
  'indicators.sheet_version': {
    programme_id: string
    sheet_id: string
    version: number
    document_id: string
    published_by: string
    published_at: Generated<string>
    reason: Generated<string>
  }
  'indicators.target': {
    programme_id: string
    indicator_id: string
    fiscal_year: number
    value: number
  }
}
