import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'vitest';
import type { BrowserSession } from '../browser-session.ts';
import { TestHub } from '../hub.ts';

/** What the tests of the dashboards' door share: a hub that serves a page of its own, and its owner. */
export const SCRIPT = 'go(1 < 2);';
export const PAGE = `<!doctype html><title>Mooring</title><script>${SCRIPT}</script>`;

export let hub: TestHub;
export let browser: BrowserSession;
let folder: string;

export async function setUp(): Promise<void> {
	folder = mkdtempSync(join(tmpdir(), 'mooring-dashboard-'));
	mkdirSync(join(folder, '_app/immutable'), { recursive: true });
	writeFileSync(join(folder, 'index.html'), PAGE);
	writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(PAGE));
	hub = await new TestHub({ dashboard: folder }).start();
	browser = await hub.owner();
}

export async function tearDown(): Promise<void> {
	await hub.remove();
	rmSync(folder, { recursive: true });
}

export async function isAlive(): Promise<void> {
	const answer = await fetch(`${hub.origin}/healthz`);
	expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
	expect(hub.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
}
