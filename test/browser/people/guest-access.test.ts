import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GuestAccess, People } from '../../../protocol/dashboard/people/people.ts';
import { newToken, switching } from '../../harness/people/api-tokens.ts';
import { guestOf } from '../../harness/people/member.ts';
import { violations } from '../harness/axe.ts';
import { DESK, PHONE } from '../harness/chromium.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const HOUR_MS = 3_600_000;
const EVERY_DAY = 127;

const house = new BrowserHouse();
let gate: string;

beforeAll(async () => {
	await house.start();
	gate = (await house.add('Gate', ['Opener', 'Lamp'])).id;
	await house.owner.call('PATCH', `/devices/${gate}`, { room: 'Yard' });
});
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const idOf = async (name: string) =>
	(await house.owner.call<People>('GET', '/people')).people.find((person) => person.name === name)!.id;
const opener = (may: 'see' | 'switch'): GuestAccess['grants'][number] => ({
	kind: 'relay',
	device: gate,
	relay: 1,
	may,
});
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
/** Hours every day, in UTC as the hub is, that begin so many hours after the present one and last two. */
function hoursIn(hours: number): NonNullable<GuestAccess['weekly']> {
	const hour = (offset: number) => (new Date(Date.now() + offset * HOUR_MS).getUTCHours() % 24) * 60;
	return { weekdays: EVERY_DAY, fromMinute: hour(hours), toMinute: hour(hours + 2) };
}
const twoDigits = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:00`;

describe('a guest with weekly hours', () => {
	it('is told them, and outside of them when they begin again', async () => {
		const grants = [opener('switch')];
		const mia = await guestOf(house.hub, 'mia', grants);
		const page = await house.open('/', mia, { viewport: PHONE });
		await page.getByRole('switch', { name: /^Opener/ }).waitFor();
		expect(await page.getByText('You can').count()).toBe(0);
		const change = async (weekly: GuestAccess['weekly'], may: 'see' | 'switch' = 'switch') =>
			house.owner.call('PATCH', `/people/${await idOf('mia')}`, {
				access: { grants: [opener(may)], until: null, weekly },
			});

		const now = hoursIn(0);
		const times = `every day ${twoDigits(now.fromMinute)}–${twoDigits(now.toMinute)}`;
		await change(now);
		const told = page.getByText(`You can switch these ${times}`);
		await told.waitFor();
		const [line, bar] = [await told.boundingBox(), await page.getByRole('banner').boundingBox()];
		expect(line!.y - bar!.y - bar!.height).toBeGreaterThanOrEqual(8);
		expect(await violations(page)).toEqual([]);
		await change(now, 'see');
		await page.getByText(`You can see these ${times}`).waitFor();

		const later = hoursIn(3);
		await change(later);
		const begins = new RegExp(`^From \\w+day ${twoDigits(later.fromMinute)}$`);
		await page.getByRole('heading', { name: begins }).waitFor();
		await page.getByText('by the clock of the house').waitFor();
		expect(await violations(page)).toEqual([]);
		expect(await overflow(page)).toBeLessThanOrEqual(0);
	});
});

describe('a guest’s tile', () => {
	it('has a sheet without history, rules and ways to other pages, and switches only what may be switched', async () => {
		const grants: GuestAccess['grants'] = [opener('switch'), { kind: 'relay', device: gate, relay: 2, may: 'see' }];
		const page = await house.open('/', await guestOf(house.hub, 'lena', grants), { viewport: PHONE });
		await page.getByRole('button', { name: 'More about Opener' }).press('Enter');
		const sheet = page.getByRole('dialog', { name: 'Opener' });
		const on = house.view.relay(gate, 1)!.reported;
		await sheet.getByRole('switch', { name: 'Opener' }).click();
		await expect.poll(() => house.view.relay(gate, 1)!.reported).toBe(!on);
		for (const name of ['Rules', 'Who switched it', 'Yard']) expect(await sheet.getByText(name).count(), name).toBe(0);
		expect(await sheet.getByRole('link').count()).toBe(0);
		expect(await violations(page)).toEqual([]);
		await sheet.getByRole('button', { name: 'Close' }).click();
		await sheet.waitFor({ state: 'detached' });
		await page.getByText('Lamp').click();
		const seen = page.getByRole('dialog', { name: 'Lamp' });
		await seen.waitFor();
		expect(await seen.getByRole('switch').count()).toBe(0);
		expect(await seen.getByText('On for').count()).toBe(0);
		expect(await violations(page)).toEqual([]);
	});
});

describe('a relay that a guest may only see', () => {
	it('is a value on its tile and in its sheet: no switch, no ground, and nothing moves under the finger', async () => {
		const grants: GuestAccess['grants'] = [opener('switch'), { kind: 'relay', device: gate, relay: 2, may: 'see' }];
		const page = await house.open('/', await guestOf(house.hub, 'nora', grants), { viewport: PHONE });
		const tile = page.getByRole('button', { name: /^Lamp (On|Off)/ });
		await tile.waitFor();
		await expect.poll(() => page.getByRole('switch').count()).toBe(1);
		// Whose room it is, is not theirs to know, and “Other rooms” would be wrong.
		const title = page.getByRole('heading', { name: 'Your devices' });
		expect((await title.boundingBox())!.width).toBeLessThanOrEqual(1);
		expect(await page.getByText('Other rooms').count()).toBe(0);
		const { ground, motion } = await tile.evaluate((node) => {
			const icon = node.querySelector('.tile__icon')!;
			return {
				ground: [node.parentElement!, icon].map((part) => getComputedStyle(part).backgroundColor),
				motion: node.parentElement!.matches('.tile--value'),
			};
		});
		expect(ground).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
		expect(motion).toBe(true);
		const box = (await tile.boundingBox())!;
		await page.mouse.move(box.x + 20, box.y + 20);
		await page.mouse.down();
		expect(await tile.locator('.tile__icon').evaluate((icon) => getComputedStyle(icon).scale)).toBe('none');
		await page.mouse.up();
		const sheet = page.getByRole('dialog', { name: 'Lamp' });
		await sheet.getByText(/^(On since .*|Off)$/).waitFor();
		const on = !house.view.relay(gate, 2)!.reported;
		await house.owner.call('PUT', `/devices/${gate}/relays/2`, { on });
		await sheet.getByText(on ? /^On since/ : /^Off$/).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.close();
	});
});

describe('the owner', () => {
	it.each([
		['a phone', PHONE],
		['a desk', DESK],
	])('sees what a guest sees, as it changes, on %s', async (name, viewport) => {
		await guestOf(house.hub, `guest on ${name}`, [opener('see')]);
		const page = await house.open(`/people/${await idOf(`guest on ${name}`)}`, house.owner, { viewport });
		await page.getByRole('button', { name: 'See what they see' }).click();
		const dialog = page.getByRole('dialog', { name: `What guest on ${name} sees` });
		await dialog.getByText('This is on their dashboard now.').waitFor();
		await dialog.getByText(/^(On|Off) · May see$/).waitFor();
		expect(await dialog.getByText('Lamp').count()).toBe(0);
		expect(await dialog.getByText('Yard').count()).toBe(0);
		expect(await dialog.getByRole('switch').count()).toBe(0);
		const on = !house.view.relay(gate, 1)!.reported;
		await house.owner.call('PUT', `/devices/${gate}/relays/1`, { on });
		await dialog.getByText(`${on ? 'On' : 'Off'} · May see`).waitFor();
		expect(await violations(page)).toEqual([]);
		expect(await overflow(page)).toBeLessThanOrEqual(0);

		await house.owner.call('PATCH', `/people/${await idOf(`guest on ${name}`)}`, {
			access: { grants: [{ kind: 'room', room: 'Yard', may: 'switch' }], until: null, weekly: hoursIn(3) },
		});
		await dialog.getByText(/^Nothing now: they are outside their hours\. From (today|tomorrow) \d\d:00/).waitFor();
		await dialog.getByText('Lamp').waitFor();
		await dialog.getByText('Yard').waitFor();
		await expect.poll(() => dialog.getByText(/May switch$/).count()).toBe(2);
		await dialog.getByRole('button', { name: 'Done' }).click();
		await dialog.waitFor({ state: 'hidden' });
	});

	it('renames a room, and a guest of it keeps what is in it', async () => {
		const guest = await guestOf(house.hub, 'rita', [{ kind: 'room', room: 'Yard', may: 'switch' }]);
		const hers = await house.open('/', guest, { viewport: PHONE });
		await hers.getByRole('switch', { name: /^Opener/ }).waitFor();
		await house.add('Pump', ['Pump']);
		const page = await house.open('/devices', house.owner, { viewport: DESK });
		await page.getByRole('button', { name: 'Arrange' }).click();
		await page.getByRole('button', { name: 'Rename Yard' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('textbox').fill('Court');
		await dialog.getByRole('textbox').press('Enter');
		await expect.poll(() => house.view.devices.get(gate)!.room).toBe('Court');
		await page.getByRole('button', { name: 'Done' }).click();
		await expect.poll(() => hers.getByRole('switch', { name: /^Opener/ }).count()).toBe(1);
		const { people } = await house.owner.call<People>('GET', '/people');
		expect(people.find(({ name }) => name === 'rita')!.access!.grants).toMatchObject([{ room: 'Court' }]);
	});

	it('is told, before a device is deleted, what becomes of the tokens that name it', async () => {
		await newToken(house.owner, switching([[gate, 1]]), { name: 'Doorbell' });
		const page = await house.open('/devices', house.owner, { viewport: PHONE });
		await page.getByRole('article', { name: 'Gate' }).getByRole('button', { name: 'Delete' }).click();
		const dialog = page.getByRole('dialog', { name: 'Delete Gate?' });
		await dialog.getByText('An API token loses the relays of this device').waitFor();
		await dialog.getByText('Doorbell of anna, which then switches nothing.').waitFor();
		expect(await violations(page)).toEqual([]);
		await dialog.getByRole('button', { name: 'Cancel' }).click();

		const old = await house.owner.call<{ device: { id: string } }>('POST', '/legacy-devices', {
			name: 'Old heater',
			relays: [{ id: 1, name: 'Heat' }],
		});
		await page.goto(`/devices/${old.device.id}`);
		await page.getByRole('button', { name: 'Delete device' }).click();
		const legacy = page.getByRole('dialog', { name: 'Delete Old heater?' });
		await legacy.getByText('Its legacy token stops working at once').waitFor();
		expect(await legacy.getByText('API token').count()).toBe(0);
	});
});
