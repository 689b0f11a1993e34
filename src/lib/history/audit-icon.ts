import type { AuditEntry, AuditKind, AuditWhat } from '$protocol/dashboard/history.ts';

const iconsByKind: Record<AuditKind, string> = {
	relay: 'relay',
	presence: 'buoy',
	claim: 'shield',
	token: 'shield',
	config: 'settings',
	device: 'devices',
	scene: 'play',
	security: 'warn',
	people: 'people',
	hub: 'box',
};

const iconsByWhat: Partial<Record<AuditWhat, string>> = {
	'network-kept': 'wifi',
	'network-changed': 'wifi',
	'network-removed': 'trash',
	'command-failed': 'warn',
	away: 'unlink',
	offline: 'unlink',
	booted: 'refresh',
	'pending-deleted': 'trash',
	'pending-expired': 'clock',
	conflict: 'warn',
	rejected: 'ban',
	rotating: 'refresh',
	rotated: 'refresh',
	regenerated: 'refresh',
	revoked: 'ban',
	'config-applied': 'check',
	'config-refused': 'warn',
	'schedules-paused': 'pause',
	'schedules-resumed': 'play',
	'vacation-set': 'calendar',
	'vacation-ended': 'calendar',
	deleted: 'trash',
	'signed-in': 'people',
	'signed-out': 'exit',
	'person-removed': 'trash',
	'password-changed': 'key',
	'second-factor-failed': 'warn',
	'locked-out': 'ban',
	'lock-out-lifted': 'check',
	'second-factor-on': 'shield',
	'second-factor-off': 'shield',
	'second-factor-reset': 'shield',
	'recovery-codes-made': 'key',
	'recovery-code-used': 'key',
	'sessions-ended': 'exit',
	'api-token-made': 'key',
	'api-token-used-first': 'key',
	'api-tokens-ended': 'ban',
};

export function auditIcon({ kind, what }: AuditEntry): string {
	return iconsByWhat[what] ?? iconsByKind[kind];
}
