// Generated from the migrated schema by scripts/database-types.ts.
import type { Generated } from 'kysely'

export interface DB {
  'platform.account_change': {
    userId: string
    id: Generated<string>
    kind: 'reset-link' | 'password' | 'second-factor'
    changedAt: Generated<string>
    changedBy: string | null
  }
  'platform.attempt': {
    key: string
    count: number
    until: string
  }
  'platform.audit': {
    programmeId: string
    lane: number
    seq: number
    at: string
    userId: string | null
    action: string
    subject: string | null
    entry: string
    hash: Buffer
  }
  'platform.audit_head': {
    programmeId: string
    lane: number
    seq: Generated<number>
    hash: Generated<Buffer>
  }
  'platform.credential': {
    id: string
    userId: string
    accountId: string
    providerId: string
    accessToken: string | null
    refreshToken: string | null
    idToken: string | null
    accessTokenExpiresAt: string | null
    refreshTokenExpiresAt: string | null
    scope: string | null
    password: string | null
    createdAt: Generated<string>
    updatedAt: Generated<string>
  }
  'platform.document': {
    programmeId: string
    id: string
    kind: string
    number: string
    version: Generated<number>
    supersedes: string | null
    template: string
    transactionOn: string
    amountYen: number | null
    counterpartyId: string | null
    counterpartyName: string
    ownerUserId: string | null
    data: unknown
    sha256: Buffer
    previousSha256: Buffer | null
    issuedAt: string
    retainUntil: string
    transactionYen: Generated<number | null>
    netYen: Generated<number | null>
  }
  'platform.document_erasure': {
    programmeId: string
    documentId: string
    erasedOn: string
  }
  'platform.document_series': {
    programmeId: string
    kind: string
    lastNumber: Generated<number>
    lastSha256: Buffer | null
  }
  'platform.erased_party': {
    programmeId: string
    partyId: string
    kind: 'worker' | 'client'
    keptUntil: string
    erasedOn: string
  }
  'platform.erased_rows': {
    programmeId: string
    partyId: string
    erasedOn: string
    relation: string
    rowCount: number
  }
  'platform.file': {
    programmeId: string
    id: string
    name: string
    mediaType: string
    byteCount: number
    receivedByteCount: Generated<number>
    sha256: Buffer | null
    uploadedBy: string
    createdAt: Generated<string>
    completedAt: string | null
  }
  'platform.file_chunk': {
    programmeId: string
    fileId: string
    startByte: number
    bytes: Buffer
  }
  'platform.head': {
    number: number
    madeAt: string
    body: string
    signature: string
  }
  'platform.idempotency': {
    programmeId: string
    userId: string
    key: string
    action: string
    inputHash: Buffer
    answer: unknown | null
    createdAt: Generated<string>
  }
  'platform.known_device': {
    userId: string
    deviceSha256: Buffer
    seenAt: Generated<string>
  }
  'platform.known_tenant': {
    id: string
  }
  'platform.notification': {
    programmeId: string
    id: string
    userId: string
    kind: string
    link: string | null
    data: Generated<unknown>
    createdAt: Generated<string>
    readAt: string | null
  }
  'platform.outbox': {
    programmeId: string
    id: string
    event: string
    payload: unknown
    publishedAt: Generated<string>
  }
  'platform.outbox_delivery': {
    programmeId: string
    eventId: string
    handler: string
    deliveredAt: Generated<string>
  }
  'platform.passkey': {
    id: string
    name: string | null
    publicKey: string
    userId: string
    credentialId: string
    counter: number
    deviceType: string
    backedUp: boolean
    transports: string | null
    aaguid: string | null
    createdAt: Generated<string | null>
  }
  'platform.raised_limit': {
    address: string
    until: string
    raisedBy: string
  }
  'platform.seal': {
    programmeId: string
    relation: string
    id: Generated<number>
    sealedRows: string
    headNumber: number | null
  }
  'platform.secret_check': {
    isOnly: Generated<boolean>
    value: string
  }
  'platform.session': {
    id: string
    userId: string
    token: string
    expiresAt: string
    ipAddress: string | null
    userAgent: string | null
    createdAt: Generated<string>
    updatedAt: Generated<string>
    secondFactor: 'code' | 'backup-code' | 'passkey' | 'device' | null
    provedAt: string | null
  }
  'platform.spent_code': {
    userId: string
    codeSha256: Buffer
    spentAt: Generated<string>
  }
  'platform.tenant_list': {
    id: string
  }
  'platform.two_factor': {
    id: string
    userId: string
    secret: string
    backupCodes: string
    verified: Generated<boolean | null>
    failedVerificationCount: Generated<number | null>
    lockedUntil: string | null
  }
  'platform.user': {
    id: string
    name: string
    email: string
    emailVerified: Generated<boolean>
    image: string | null
    twoFactorEnabled: Generated<boolean | null>
    language: Generated<string>
    createdAt: Generated<string>
    updatedAt: Generated<string>
  }
  'platform.verification': {
    id: string
    identifier: string
    value: string
    expiresAt: string
    createdAt: Generated<string>
    updatedAt: Generated<string>
  }
  'programme.approval_rest': {
    programmeId: string
    id: string
    hours: number
    setAt: string
    setBy: string
  }
  'programme.cost_share': {
    programmeId: string
    fiscalYear: number
    municipalityId: string
    costYen: number
    eligibleYen: number
    grantYen: number
  }
  'programme.entrance': {
    id: string
    position: number
  }
  'programme.invitation': {
    programmeId: string
    id: string
    email: string
    role: string
    scopeKind: string
    scopeId: string
    tokenSha256: Buffer
    invitedBy: string
    createdAt: Generated<string>
    expiresAt: string
    acceptedAt: string | null
    acceptedBy: string | null
    withdrawnAt: string | null
  }
  'programme.membership': {
    programmeId: string
    id: string
    userId: string
    role: string
    scopeKind: string
    scopeId: string
    grantedAt: Generated<string>
    grantedBy: string | null
    endedAt: string | null
  }
  'programme.minimum_wage': {
    programmeId: string
    prefecture: string
    validFrom: string
    hourlyYen: number
  }
  'programme.municipality': {
    programmeId: string
    id: string
    code: string | null
    name: string
    nameEn: Generated<string>
    department: Generated<string>
    isLead: Generated<boolean>
    isMember: Generated<boolean>
    joinedOn: string
    leftOn: string | null
    adoptedOn: string | null
    sheetSettings: Generated<unknown>
  }
  'programme.opening_invitation': {
    tokenSha256: Buffer
    email: string
    createdAt: Generated<string>
    expiresAt: string
    usedAt: string | null
  }
  'programme.programme': {
    programmeId: string
    name: string
    outline: Generated<string>
    operatorName: string
    operatorKana: Generated<string>
    operatorAddress: Generated<string>
    operatorContact: Generated<string>
    operatorInvoiceNumber: string | null
    operatorRepresentative: Generated<string>
    firstFiscalYear: number
    lastFiscalYear: number
    grantName: Generated<string>
    grantNumerator: Generated<number>
    grantDenominator: Generated<number>
    bankAccount: unknown | null
    payDay: Generated<number>
    secondFactorRequired: Generated<boolean>
    isDemo: Generated<boolean>
    createdAt: Generated<string>
    transferLeadDays: Generated<number>
    reopeningDays: Generated<number>
  }
  'programme.site': {
    programmeId: string
    id: string
    municipalityId: string
    name: string
    prefecture: string
    address: Generated<string>
    seats: Generated<number>
    securityClass: Generated<number>
    openedOn: string
    closedOn: string | null
  }
  'programme.year_cost': {
    programmeId: string
    fiscalYear: number
    costYen: number
    position: Generated<string>
    content: Generated<string>
  }
  'people.anonymisation': {
    programmeId: string
    workerId: string
    anonymisedOn: string
    leftOn: string
    keptUntil: string
    documentCount: number
  }
  'people.bank_account': {
    programmeId: string
    id: string
    workerId: string
    bankCode: string
    bankName: string
    branchCode: string
    branchName: string
    accountType: 'ordinary' | 'current' | 'savings' | 'other'
    accountNumber: string
    holderKana: string
    recordedAt: Generated<string>
    recordedBy: string | null
    holderReason: Generated<string>
  }
  'people.consent': {
    programmeId: string
    workerId: string
    purpose: string
    textVersion: string
    givenAt: string
    withdrawnAt: string | null
  }
  'people.employee_declaration': {
    programmeId: string
    workerId: string
    declaredOn: string
    usesEmployees: boolean
  }
  'people.free_minutes': {
    programmeId: string
    workerId: string
    weekday: number
    minutes: number
  }
  'people.free_minutes_exception': {
    programmeId: string
    workerId: string
    onDate: string
    minutes: number
  }
  'people.interview': {
    programmeId: string
    id: string
    workerId: string
    heldOn: string
    heldBy: string
    note: Generated<string>
    recordedAt: Generated<string>
    outcome: 'suitable' | 'later' | 'declined'
  }
  'people.invoice_registration': {
    programmeId: string
    id: string
    workerId: string
    number: string
    validFrom: string
    validTo: string | null
    recordedAt: Generated<string>
  }
  'people.kept_from_city': {
    programmeId: string | null
    workerId: string | null
  }
  'people.skill': {
    programmeId: string
    id: string
    key: string
    nameJa: string
    nameEn: string
    highestLevel: Generated<number>
  }
  'people.state_change': {
    programmeId: string
    id: string
    workerId: string
    fromState: string
    toState: string
    changedOn: string
    changedBy: string
    note: Generated<string>
  }
  'people.worker': {
    programmeId: string
    id: string
    number: number
    userId: string | null
    state: 'applicant' | 'registered' | 'active' | 'paused' | 'graduated' | 'left'
    kind: Generated<'individual' | 'corporation'>
    name: string
    kana: string
    displayName: string
    email: string
    phone: Generated<string>
    postalAddress: Generated<string>
    prefecture: string
    municipalityId: string
    siteId: string | null
    wantedMonthlyYen: Generated<number>
    wantedMonthlyMinutes: Generated<number>
    highestMonthlyMinutes: Generated<number>
    wish: Generated<string>
    equipment: Generated<string[]>
    lineSpeedMbps: number | null
    usesEmployees: Generated<boolean>
    usesEmployeesDeclaredOn: string | null
    appliedOn: string
    registeredOn: string | null
    leftOn: string | null
    isDemo: Generated<boolean>
  }
  'people.worker_series': {
    programmeId: string
    lastNumber: number
  }
  'people.worker_skill': {
    programmeId: string
    workerId: string
    skillId: string
    level: number
    evidence: 'declared' | 'tested' | 'proven'
    evidencedOn: string
  }
  'sales.client': {
    programmeId: string
    id: string
    name: string
    nameKana: Generated<string>
    postalAddress: Generated<string>
    contactName: Generated<string>
    contactEmail: Generated<string>
    contactPhone: Generated<string>
    note: Generated<string>
    paymentTerms: Generated<string>
    paymentDueDays: Generated<number>
    isPublicBody: Generated<boolean>
    isDemo: Generated<boolean>
    createdAt: Generated<string>
    endedOn: string | null
  }
  'orders.assignment': {
    programmeId: string
    id: string
    offerId: string
    packageId: string
    workerId: string
    units: number
    unitPriceYen: number
    feeYen: number
    taxYen: number
    orderedOn: string
    dueOn: string
    inspectionCompleteOn: string
    payOn: string
    noticeDocumentId: string
    isDemo: Generated<boolean>
    acceptedAt: string
    isDone: Generated<boolean>
  }
  'orders.assignment_units': {
    programmeId: string | null
    assignmentId: string | null
    packageId: string | null
    workerId: string | null
    dueOn: string | null
    units: number | null
    releasedUnits: number | null
    waitingUnits: number | null
    acceptedUnits: number | null
    toCorrectUnits: number | null
    leftUnits: number | null
    owedUnits: number | null
    receivedUnits: number | null
    correctBy: string | null
    isDone: boolean | null
  }
  'orders.cancellation': {
    programmeId: string
    orderId: string
    reason: 'client-withdrew' | 'client-changed' | 'capacity-short' | 'entered-twice' | 'disaster'
    note: Generated<string>
    cancelledOn: string
    cancelledBy: string
  }
  'orders.client_order': {
    programmeId: string
    id: string
    number: string
    clientId: string
    title: string
    description: Generated<string>
    orderedOn: string
    dueOn: string
    amountYen: number
    taxRatePercent: Generated<number>
    municipalityId: string | null
    directorUserId: string | null
    repairsAreSent: Generated<boolean>
    state: 'preparing' | 'running' | 'delivered' | 'accepted' | 'cancelled'
    createdAt: Generated<string>
  }
  'orders.hand_back': {
    programmeId: string
    id: string
    assignmentId: string
    units: number
    reason: string
    state: Generated<'open' | 'agreed' | 'declined'>
    askedBy: string
    askedAt: string
    answer: Generated<string>
    decidedAt: string | null
  }
  'orders.handed_in': {
    programmeId: string | null
    assignmentId: string | null
    units: number | null
    state: string | null
    correctBy: string | null
  }
  'orders.manual_draft': {
    programmeId: string
    packageId: string
    steps: unknown
    savedBy: string
    savedAt: Generated<string>
  }
  'orders.manual_reading': {
    programmeId: string
    packageId: string
    workerId: string
    version: number
    readAt: Generated<string>
    checked: Generated<number[]>
  }
  'orders.manual_version': {
    programmeId: string
    packageId: string
    version: number
    steps: unknown
    changes: Generated<string>
    publishedBy: string
    publishedAt: Generated<string>
  }
  'orders.material': {
    programmeId: string
    id: string
    version: number
    packageId: string
    title: string
    step: number | null
    dataClass: number
    fileId: string | null
    changes: Generated<string>
    addedBy: string
    addedAt: string
  }
  'orders.message': {
    programmeId: string
    id: string
    packageId: string
    workerId: string
    fromWorker: boolean
    text: string
    sentBy: string
    sentAt: string
    readAt: string | null
  }
  'orders.offer': {
    programmeId: string
    id: string
    packageId: string
    workerId: string
    units: number
    minutes: number
    unitPriceYen: number
    dueOn: string
    planId: string | null
    why: Generated<unknown>
    state: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'expired'
    offeredBy: string
    offeredAt: Generated<string>
    answerBy: string | null
    decidedAt: string | null
  }
  'orders.order_change': {
    programmeId: string
    id: string
    orderId: string
    amountBeforeYen: number
    amountAfterYen: number
    dueBefore: string
    dueAfter: string
    reason: string
    agreedOn: string
    agreedBy: string
  }
  'orders.order_series': {
    programmeId: string
    year: number
    lastNumber: number
  }
  'orders.owed_work': {
    programmeId: string | null
    assignmentId: string | null
    packageId: string | null
    workerId: string | null
    dueOn: string | null
    owedUnits: number | null
    leftUnits: number | null
    unitMinutes: number | null
    onSiteId: string | null
  }
  'orders.package': {
    programmeId: string
    id: string
    orderId: string
    title: string
    summary: Generated<string>
    specification: Generated<string>
    workKindId: string
    units: number
    unitName: string
    unitMinutes: number
    unitPriceYen: number
    priceRationale: Generated<string>
    releaseOn: string
    dueOn: string
    inspectionDays: Generated<number>
    securityClass: Generated<number>
    onSiteId: string | null
    equipment: Generated<string[]>
    minUnits: Generated<number>
    maxSharePercent: Generated<number>
    indivisible: Generated<boolean>
    priority: Generated<number>
    isPublic: Generated<boolean>
    workPlace: Generated<string>
    expenses: Generated<string>
    intellectualProperty: Generated<string>
    personalData: Generated<string>
    contact: Generated<string>
    independenceReviewed: Generated<boolean>
    state: 'preparing' | 'ready' | 'closed'
    createdAt: Generated<string>
  }
  'orders.package_skill': {
    programmeId: string
    packageId: string
    skillId: string
    level: number
  }
  'orders.package_work': {
    programmeId: string | null
    packageId: string | null
    assignedUnits: number | null
    receivedUnits: number | null
    acceptedUnits: number | null
    owedUnits: number | null
  }
  'orders.paper_request': {
    programmeId: string
    id: string
    documentId: string
    workerId: string
    requestedOn: string
    sendBy: string
    sentOn: string | null
    sentBy: string | null
  }
  'orders.price_request': {
    programmeId: string
    id: string
    assignmentId: string
    workerId: string
    wantedPriceYen: number
    reason: string
    requestedOn: string
    explanation: string | null
    answeredOn: string | null
    answeredBy: string | null
    termsChangeId: string | null
  }
  'orders.question': {
    programmeId: string
    id: string
    packageId: string
    workerId: string
    step: number | null
    text: string
    askedAt: Generated<string>
    answer: string | null
    answeredBy: string | null
    answeredAt: string | null
    isShared: Generated<boolean>
  }
  'orders.readiness_check': {
    programmeId: string
    id: string
    packageId: string
    passedAt: Generated<string>
    passedBy: string
    findings: unknown
  }
  'orders.release': {
    programmeId: string
    id: string
    assignmentId: string
    units: number
    releasedAt: Generated<string>
  }
  'orders.terms_change': {
    programmeId: string
    id: string
    assignmentId: string
    units: number
    unitPriceYen: number
    dueOn: string
    reason: string
    state: 'open' | 'agreed' | 'declined' | 'withdrawn'
    proposedBy: string
    proposedAt: string
    decidedAt: string | null
    newAssignmentId: string | null
  }
  'orders.work_kind': {
    programmeId: string
    id: string
    key: string
    nameJa: string
    nameEn: string
    withholding: 'subject' | 'not-subject' | 'undecided'
    paymentCategory: Generated<string>
  }
  'matching.pair_rule': {
    programmeId: string
    workerId: string
    packageId: string
    rule: 'pinned' | 'forbidden'
    units: number | null
    setBy: string
    setAt: Generated<string>
  }
  'matching.plan': {
    programmeId: string
    id: string
    kind: Generated<'whole' | 'repair'>
    packageId: string | null
    workerId: string | null
    cause: 'declined' | 'released' | 'hours-changed' | 'away' | null
    freed: Generated<unknown>
    refreshesId: string | null
    state: 'running' | 'proposed' | 'offered' | 'failed' | 'discarded'
    fromDate: string
    days: number
    secondsLimit: Generated<number>
    problem: unknown | null
    plan: unknown | null
    progress: unknown | null
    fault: string | null
    askedBy: string
    askedAt: Generated<string>
    beatAt: Generated<string>
    stopAskedAt: string | null
    finishedAt: string | null
    offeredAt: string | null
  }
  'delivery.acceptance': {
    programmeId: string
    submissionId: string
    acceptedOn: string
    acceptedBy: string
    note: Generated<string>
    firstPass: boolean
  }
  'delivery.client_acceptance': {
    programmeId: string
    deliveryId: string
    acceptedOn: string
    acceptedBy: string
    comment: Generated<string>
    documentId: string
  }
  'delivery.client_delivery': {
    programmeId: string
    id: string
    orderId: string
    number: string
    message: Generated<string>
    unitsByPackage: unknown
    deliveredOn: string
    deliveredBy: string
    documentId: string | null
  }
  'delivery.client_delivery_file': {
    programmeId: string
    deliveryId: string
    fileId: string
  }
  'delivery.client_return': {
    programmeId: string
    deliveryId: string
    reason: string
    returnedOn: string
    returnedBy: string
  }
  'delivery.delivered_units': {
    programmeId: string | null
    orderId: string | null
    packageId: string | null
    units: number | null
  }
  'delivery.hand_in': {
    programmeId: string | null
    id: string | null
    assignmentId: string | null
    workerId: string | null
    packageId: string | null
    units: number | null
    note: string | null
    replaces: string | null
    receivedAt: string | null
    receivedOn: string | null
    state: string | null
    inspectBy: string | null
    acceptedOn: string | null
    firstPass: boolean | null
    item: string | null
    reason: string | null
    evidence: string | null
    evidenceFileId: string | null
    cause: string | null
    correctBy: string | null
    returnedOn: string | null
    isDone: boolean | null
  }
  'delivery.rework': {
    programmeId: string
    submissionId: string
    item: string
    reason: string
    evidence: string
    evidenceFileId: string | null
    cause: 'worker-fault' | 'orderer' | 'client-change'
    correctBy: string
    returnedOn: string
    returnedBy: string
  }
  'delivery.submission': {
    programmeId: string
    id: string
    assignmentId: string
    workerId: string
    packageId: string
    units: number
    note: Generated<string>
    replaces: string | null
    receivedAt: string
    receivedOn: string
  }
  'delivery.submission_file': {
    programmeId: string
    submissionId: string
    fileId: string
  }
  'delivery.waiting_hand_in': {
    programmeId: string | null
    id: string | null
    assignmentId: string | null
    workerId: string | null
    packageId: string | null
    units: number | null
    note: string | null
    replaces: string | null
    receivedAt: string | null
    receivedOn: string | null
    state: string | null
    inspectBy: string | null
    acceptedOn: string | null
    firstPass: boolean | null
    item: string | null
    reason: string | null
    evidence: string | null
    evidenceFileId: string | null
    cause: string | null
    correctBy: string | null
    returnedOn: string | null
    isDone: boolean | null
  }
  'money.account_day': {
    programmeId: string
    account: string
    entryOn: string
    debitYen: number
    creditYen: number
  }
  'money.batch_approval': {
    programmeId: string
    batchId: string
    approvedBy: string
    approvedAt: Generated<string>
  }
  'money.batch_download': {
    programmeId: string
    id: string
    batchId: string
    reason: string
    downloadedBy: string
    downloadedAt: string
  }
  'money.batch_export': {
    programmeId: string
    batchId: string
    bytes: Buffer
    sha256: Buffer
    exportedBy: string
    exportedAt: Generated<string>
  }
  'money.batch_rejection': {
    programmeId: string
    batchId: string
    reason: string
    rejectedBy: string
    rejectedAt: Generated<string>
  }
  'money.client_invoice': {
    programmeId: string
    id: string
    number: string
    clientId: string
    orderId: string
    deliveryId: string
    issuedOn: string
    dueOn: string
    subtotalYen: number
    taxYen: number
    totalYen: number
    documentId: string | null
  }
  'money.client_receipt': {
    programmeId: string
    id: string
    invoiceId: string
    receivedOn: string
    amountYen: number
    deductedFeeYen: Generated<number>
    recordedBy: string
  }
  'money.client_sale': {
    programmeId: string
    deliveryId: string
    orderId: string
    clientId: string
    acceptedOn: string
    subtotalYen: number
    taxRatePercent: number
    taxYen: number
  }
  'money.corrected_line': {
    programmeId: string
    statementId: string
    submissionId: string
    amountYen: number
    withholding: 'subject' | 'not-subject'
  }
  'money.entry': {
    programmeId: string
    id: string
    kind: string
    entryOn: string
    sourceId: string
    description: Generated<string>
    postedAt: Generated<string>
  }
  'money.evaluated_year': {
    programmeId: string
    fiscalYear: number
    municipalityId: string
    evaluatedAt: string
  }
  'money.line_of_statement': {
    programmeId: string | null
    statementId: string | null
    submissionId: string | null
    amountYen: number | null
    withholding: string | null
  }
  'money.month_close': {
    programmeId: string
    id: string
    month: string
    payOn: string
    closedBy: string
    closedAt: Generated<string>
    workerCount: number
    subtotalYen: number
    taxYen: number
    withholdingYen: number
    netYen: number
    run: Generated<number>
    lateReason: Generated<string>
  }
  'money.objection_reply': {
    programmeId: string
    statementId: string
    reply: string
    repliedBy: string
    repliedAt: string
  }
  'money.operating_cost': {
    programmeId: string
    id: string
    paidOn: string
    amountYen: number
    taxYen: Generated<number>
    description: string
    municipalityId: string | null
    recordedBy: string
    taxRatePercent: number | null
    supplier: Generated<string>
    kind: Generated<string>
    orderId: string | null
    receiptFileId: string | null
    lateReason: Generated<string>
  }
  'money.paid_part': {
    programmeId: string | null
    statementId: string | null
    transferId: string | null
    amountYen: number | null
    paidOn: string | null
  }
  'money.paid_statement': {
    programmeId: string | null
    statementId: string | null
    workerId: string | null
    closeId: string | null
    paidOn: string | null
    netYen: number | null
    feeYen: number | null
    taxYen: number | null
    withholdingBaseYen: number | null
    withholdingYen: number | null
  }
  'money.payable': {
    programmeId: string
    submissionId: string
    workerId: string
    packageId: string
    orderId: string
    municipalityId: string
    description: string
    amountYen: number
    taxRatePercent: Generated<number>
    withholding: 'subject' | 'not-subject' | 'undecided'
    receivedOn: string
    acceptedOn: string
    payOn: string
  }
  'money.payment_record': {
    programmeId: string
    year: number
    workerId: string
    version: number
    paymentCount: number
    withholdingYen: number
    netYen: number
    documentId: string
  }
  'money.posting': {
    programmeId: string
    entryId: string
    line: number
    account: string
    debitYen: Generated<number>
    creditYen: Generated<number>
    workerId: string | null
    clientId: string | null
    orderId: string | null
    municipalityId: string | null
  }
  'money.programme_year': {
    programmeId: string
    fiscalYear: number
    municipalityKey: string
    ordersYen: Generated<number>
    workerYen: Generated<number>
    costYen: Generated<number>
  }
  'money.reopening': {
    programmeId: string
    id: string
    firstOn: string
    lastOn: string
    reason: string
    askedBy: string
    askedAt: string
  }
  'money.reopening_approval': {
    programmeId: string
    reopeningId: string
    approvedBy: string
    approvedAt: string
    openUntil: string
  }
  'money.statement': {
    programmeId: string
    id: string
    closeId: string
    workerId: string
    kind: 'purchase-statement' | 'payment-notice'
    subtotalYen: number
    taxYen: number
    totalYen: number
    withholdingBaseYen: number
    withholdingYen: number
    netYen: number
    creditableYen: number
    creditPercent: number
    registrationNumber: string | null
    payOn: string
    issuedAt: string
    corrects: string | null
    rootId: string
    correctionReason: Generated<string>
    togetherBaseYen: Generated<number>
    togetherWithheldYen: Generated<number>
  }
  'money.statement_answer': {
    programmeId: string
    statementId: string
    answer: 'confirmed' | 'deemed-confirmed' | 'objected'
    note: Generated<string>
    answeredAt: Generated<string>
  }
  'money.statement_document': {
    programmeId: string
    statementId: string
    documentId: string
  }
  'money.statement_due': {
    programmeId: string | null
    id: string | null
    closeId: string | null
    isReplaced: boolean | null
    dueYen: number | null
    workerId: string | null
    payOn: string | null
  }
  'money.statement_line': {
    programmeId: string
    submissionId: string
    statementId: string
    withholding: 'subject' | 'not-subject'
  }
  'money.statement_transfer': {
    programmeId: string | null
    statementId: string | null
    transferId: string | null
    attempt: number | null
    amountYen: number | null
    withholdingBaseYen: number | null
    withholdingYen: number | null
    batchId: string | null
    workerId: string | null
    state: string | null
    paidOn: string | null
    returnedOn: string | null
    returnedAt: string | null
    returnedNote: string | null
    isLast: boolean | null
  }
  'money.transfer': {
    programmeId: string
    id: string
    batchId: string
    statementId: string
    workerId: string
    amountYen: number
    bankCode: string
    bankName: string
    branchCode: string
    branchName: string
    accountType: string
    accountNumber: string
    holderKana: string
    retryOf: string | null
    newCode: Generated<'0' | '1' | '2'>
  }
  'money.transfer_batch': {
    programmeId: string
    id: string
    closeId: string | null
    valueOn: string
    transferCount: number
    totalYen: number
    madeBy: string
    madeAt: Generated<string>
    lateReason: Generated<string>
    approvalsNeeded: Generated<number>
  }
  'money.transfer_part': {
    programmeId: string
    transferId: string
    statementId: string
    attempt: number
    amountYen: number
    withholdingBaseYen: number
    withholdingYen: number
  }
  'money.transfer_result': {
    programmeId: string
    transferId: string
    result: 'paid' | 'returned'
    resultOn: string
    note: Generated<string>
    recordedBy: string
    recordedAt: Generated<string>
  }
  'money.transfer_state': {
    programmeId: string | null
    id: string | null
    batchId: string | null
    workerId: string | null
    amountYen: number | null
    state: string | null
    paidOn: string | null
    returnedOn: string | null
    returnedAt: string | null
    returnedNote: string | null
  }
  'money.unpaid_statement': {
    programmeId: string | null
    id: string | null
    closeId: string | null
    workerId: string | null
    payOn: string | null
    dueYen: number | null
    lastTransferId: string | null
    attempt: number | null
    lastState: string | null
    returnedAt: string | null
  }
  'money.void_transfer': {
    programmeId: string | null
    transferId: string | null
  }
  'money.withholding_decision': {
    programmeId: string
    id: string
    workKindId: string
    withholding: 'subject' | 'not-subject'
    basis: string
    decidedBy: string
    decidedAt: string
  }
  'money.withholding_payment': {
    programmeId: string
    id: string
    month: string
    amountYen: number
    paidOn: string
    recordedBy: string
  }
  'money.worker_payment': {
    programmeId: string | null
    entryId: string | null
    line: number | null
    workerId: string | null
    paidYen: number | null
    paidOn: string | null
  }
  'money.worker_year': {
    programmeId: string
    fiscalYear: number
    workerId: string
    municipalityId: string
    paidYen: Generated<number>
  }
  'indicators.indicator': {
    programmeId: string
    id: string
    position: number
    name: string
    nameEn: Generated<string>
    unit: string
    direction: 'up' | 'down'
    mode: 'increment' | 'level'
    source: 'earners' | 'orders-thousand-yen' | 'profit-thousand-yen' | 'adopting-municipalities'
    baselineFiscalYear: number
    baselineValue: number
    localShare: Generated<boolean>
    definitionVersion: Generated<number>
  }
  'indicators.sheet': {
    programmeId: string
    id: string
    municipalityId: string
    fiscalYear: number
    typed: Generated<unknown>
    typedBy: Generated<unknown>
    revision: Generated<number>
    updatedBy: string
    updatedAt: Generated<string>
  }
  'indicators.sheet_version': {
    programmeId: string
    sheetId: string
    version: number
    documentId: string
    publishedBy: string
    publishedAt: Generated<string>
    reason: Generated<string>
  }
  'indicators.target': {
    programmeId: string
    indicatorId: string
    fiscalYear: number
    value: number
  }
}
