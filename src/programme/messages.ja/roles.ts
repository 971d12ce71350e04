import type { RoleName, ScopeKindName } from '../rules/roles.ts'

/** Every role by name; the only place in this language. */
export const roles: Readonly<Record<RoleName, string>> = {
  worker: 'テレワーカー',
  leader: 'リーダー',
  director: 'ディレクター',
  coordinator: '人材コーディネーター',
  sales: '営業',
  office: '事務局',
  client: '発注企業担当',
  officer: '自治体担当',
  committee: '委員会委員',
  administrator: '管理者',
}

export const scopes: Readonly<Record<ScopeKindName, string>> = {
  programme: '事業全体',
  municipality: '自治体',
  site: '拠点',
  order: '受注',
  client: '発注企業',
  self: '本人',
}
