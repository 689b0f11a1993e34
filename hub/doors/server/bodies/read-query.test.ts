import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditQuery } from '../../../../protocol/dashboard/history.ts';
import { parseQuery } from './read-query.ts';

describe('a query string', () => {
	it('becomes what its schema says, numbers and defaults included', () => {
		expect(parseQuery(AuditQuery, 'person=Anna%20M%C3%BCller&kind=relay&from=17&limit=20')).toEqual({
			ok: true,
			value: { person: 'Anna Müller', kind: 'relay', from: 17, limit: 20 },
		});
		expect(parseQuery(AuditQuery, '')).toEqual({ ok: true, value: { limit: 50 } });
	});

	it.each([
		['kind=nonsense', 'kind'],
		['limit=0', 'limit'],
		['limit=1000', 'limit'],
		['limit=a', 'limit'],
		['from=-1', 'from'],
		['before=1.5', 'before'],
		['person=a%00b', 'person'],
		['device=', 'device'],
	])('%s is refused by the name of its field', (search, field) => {
		expect(parseQuery(AuditQuery, search)).toMatchObject({ ok: false, error: { code: 'bad-request', field } });
	});

	it('of any kind gives a value or a refusal', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters()), (search) => {
				const parsed = parseQuery(AuditQuery, search);
				if (parsed.ok) expect(AuditQuery.safeParse(parsed.value).success).toBe(true);
				else expect(parsed.error.message).toMatch(/\w/);
			}),
		);
	});
});
