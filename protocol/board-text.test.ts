import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DescMessage, ScalarType } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../hub/boards/catalogue.ts';
import { ImageManifest } from '../hub/firmware-images/manifest.ts';
import { readConfig } from '../hub/config/config.ts';
import { BoardConfigSchema, FromHubSchema, WelcomeSchema, file_device } from './device_pb.ts';
import { LIMITS } from './dashboard/limits.ts';

/**
 * The room a board has for each text, in bytes without the closing zero: a longer text makes it refuse the whole
 * message.
 */
const OPTIONS = readFileSync(join(import.meta.dirname, '../firmware/core/generated/device.options'), 'utf8');
const roomFor = (field: string) =>
	Number(new RegExp(`^mooring\\.v2\\.${field.replace('.', '\\.')}\\s+max_size:(\\d+)`, 'm').exec(OPTIONS)?.[1]) - 1;

const { board, firmwareVersion, host, timeZone } = LIMITS.boardTextBytes;
/** The longest text that the hub sends, by the limit where the text enters the hub. */
const SENT: Record<string, number> = {
	'Welcome.time_zone': timeZone,
	'SetClock.time_zone': timeZone,
	'PlaceConfig.time_zone': timeZone,
	'WifiConfig.ssid': LIMITS.ssidBytes,
	'WifiConfig.password': LIMITS.wifiKeyDigits,
	'OtaBegin.version': firmwareVersion,
	'BoardConfig.board': board,
	'HubAddress.host': host,
};
/** A board skips this field. */
const SKIPPED = ['BoardConfig.name'];

function textsOf(message: DescMessage, seen = new Set<DescMessage>()): string[] {
	if (seen.has(message)) return [];
	seen.add(message);
	return message.fields.flatMap((field) => {
		if (field.message) return textsOf(field.message, seen);
		return field.fieldKind === 'scalar' && field.scalar === ScalarType.STRING ? [`${message.name}.${field.name}`] : [];
	});
}

describe('a text that the hub sends fits its field on every board', () => {
	const seen = new Set<DescMessage>();
	const texts = [WelcomeSchema, FromHubSchema, BoardConfigSchema].flatMap((message) => textsOf(message, seen));

	it('each such text has a limit here, and there is no other', () => {
		expect(file_device.messages.length).toBeGreaterThan(20);
		expect(texts.toSorted()).toEqual([...Object.keys(SENT), ...SKIPPED].toSorted());
		expect(OPTIONS).toMatch(/^mooring\.v2\.BoardConfig\.name\s+type:FT_IGNORE$/m);
	});

	it.each(Object.entries(SENT))('%s: %i bytes', (field, bytes) => {
		expect(roomFor(field)).toBeGreaterThanOrEqual(bytes);
	});

	it('a version fits the shorter field in which a board says which one it runs', () => {
		expect(roomFor('Hello.firmware')).toBe(firmwareVersion);
		expect(roomFor('Hello.ssid')).toBe(LIMITS.ssidBytes);
	});
});

describe('a longer text is refused where it enters the hub', () => {
	const version = (text: string) => ImageManifest.shape.version.safeParse(text).success;
	const host = (text: string) => readConfig({ MOORING_HOST: text }).ok;

	it('a version of an image', () => {
		expect([version('1'.repeat(firmwareVersion)), version('1'.repeat(firmwareVersion + 1))]).toEqual([true, false]);
		expect(version('ö'.repeat(8))).toBe(false);
	});

	it('the host that boards are told', () => {
		const { host: most } = LIMITS.boardTextBytes;
		expect([host('a'.repeat(most)), host('a'.repeat(most + 1))]).toEqual([true, false]);
	});

	it('a board of the catalogue', () => {
		expect(CATALOGUE.filter(({ id }) => Buffer.byteLength(id) > board)).toEqual([]);
	});
});
