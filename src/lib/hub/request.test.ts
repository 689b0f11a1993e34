import { afterEach, describe, expect, it, vi } from 'vitest';
import { words } from '$words/words.ts';
import { configFileUrl, request, requestFile } from './request.ts';

function hubAnswers(body: string | null, status = 200) {
	const fetch = vi.fn().mockResolvedValue(new Response(body, { status }));
	vi.stubGlobal('fetch', fetch);
	return fetch;
}

afterEach(() => vi.unstubAllGlobals());

describe('request', () => {
	it('sends JSON to the API of its own origin and returns the answer', async () => {
		const fetch = hubAnswers('{"id":"p1"}', 201);
		expect(await request('POST', '/pending', { name: 'Attic' })).toEqual({ ok: true, value: { id: 'p1' } });
		expect(fetch).toHaveBeenCalledExactlyOnceWith('/api/v1/pending', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: '{"name":"Attic"}',
		});
	});

	it('sends neither a body nor a content type without a body', async () => {
		const fetch = hubAnswers(null, 204);
		expect(await request('DELETE', '/devices/d1')).toEqual({ ok: true, value: undefined });
		expect(fetch).toHaveBeenCalledExactlyOnceWith('/api/v1/devices/d1', { method: 'DELETE' });
	});

	it('returns the hub’s error unchanged, with its field', async () => {
		const error = { code: 'bad-request', message: 'D1 is already used by Pump.', field: 'relays.1.gpio' };
		hubAnswers(JSON.stringify(error), 400);
		expect(await request('POST', '/pending', {})).toEqual({ ok: false, error });
	});

	it('has its own sentence for a fault of the hub', async () => {
		const error = { code: 'conflict', message: '', fault: 'already-claimed', params: { device: 'Pump' } };
		hubAnswers(JSON.stringify(error), 409);
		expect(await request('POST', '/pending/p/renew')).toMatchObject({
			error: { message: 'Pump has been claimed already.' },
		});
	});

	it.each([
		['a page of a proxy', '<h1>Bad Gateway</h1>', 502],
		['JSON that is no error of the hub', '[]', 500],
		['a page where JSON was due', '<!doctype html>', 200],
	])('reports that %s is not the hub’s answer', async (_, body, status) => {
		hubAnswers(body, status);
		expect(await request('GET', '/hub')).toEqual({
			ok: false,
			error: { code: 'internal', message: words.hub.strangeAnswer(status) },
		});
	});

	it.each([
		['GET', words.hub.unreachable],
		['POST', words.hub.unanswered],
	] as const)('has the right message for a %s without an answer', async (method, message) => {
		vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')));
		expect(await request(method, '/hub')).toEqual({ ok: false, error: { code: 'internal', message } });
	});

	it('gives up where nothing answers, if it is told to', async () => {
		const neverAnswers = (_: string, { signal }: RequestInit) =>
			new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error)));
		vi.stubGlobal('fetch', vi.fn(neverAnswers));
		const error = { code: 'internal', message: words.hub.unreachable };
		expect(await request('GET', '/hub', undefined, 1)).toEqual({ ok: false, error });
	});

	it('waits as long as the browser does in one that knows no time limits', async () => {
		vi.stubGlobal('AbortSignal', {});
		hubAnswers('{}');
		expect(await request('GET', '/hub', undefined, 1)).toEqual({ ok: true, value: {} });
	});
});

it('keeps the id of a pending device inside its path', () => {
	expect(configFileUrl('a/../b')).toBe('/api/v1/pending/a%2F..%2Fb/config');
});

describe('a file', () => {
	it('comes with the name that the hub gave it', async () => {
		const headers = { 'content-disposition': 'attachment; filename="mooring.age"' };
		vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response('bytes', { headers })));
		const asked = await requestFile('/backup', {});
		if (!asked.ok) throw new Error(asked.error.message);
		expect([asked.value.name, await asked.value.content.text()]).toEqual(['mooring.age', 'bytes']);
	});

	it('does not come where the hub says why not, or something else answers', async () => {
		const error = { code: 'storage', message: 'full' };
		hubAnswers(JSON.stringify(error), 507);
		expect(await requestFile('/backup', {})).toEqual({ ok: false, error });
		hubAnswers('<!doctype html>');
		expect(await requestFile('/backup', {})).toMatchObject({ error: { message: words.hub.strangeAnswer(200) } });
		vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')));
		expect(await requestFile('/backup', {})).toMatchObject({ error: { message: words.hub.unanswered } });
	});
});
