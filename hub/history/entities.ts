import { type InferEntity, defineEntity } from '@mikro-orm/core';
import type { AuditEntry, AuditKind, AuditWhat } from '../../protocol/dashboard/history.ts';
import type { Cause } from '../../protocol/dashboard/shapes.ts';

/** What was done or happened, with the names of that moment. Never changed, only deleted when it is old. */
export const AuditRow = defineEntity({
	name: 'AuditRow',
	tableName: 'audit_entry',
	indexes: [
		{ name: 'audit_entry_at', properties: ['at'] },
		{ name: 'audit_entry_kind', properties: ['kind'] },
		{ name: 'audit_entry_device', properties: ['deviceId'] },
		{ name: 'audit_entry_person', properties: ['person'] },
	],
	properties: (p) => ({
		/** given by the hub and not by the database: an entry is announced before it is written */
		id: p.bigint('number').primary(),
		/** Unix ms */
		at: p.bigint('number'),
		kind: p.text().$type<AuditKind>(),
		what: p.text().$type<AuditWhat>(),
		deviceId: p.text().nullable(),
		deviceName: p.text().nullable(),
		relay: p.integer().nullable(),
		relayName: p.text().nullable(),
		person: p.text().nullable(),
		cause: p.text().$type<Cause>().nullable(),
		/** null if there are none */
		details: p.json<AuditEntry['details']>().nullable(),
	}),
});
export type AuditRow = InferEntity<typeof AuditRow>;
