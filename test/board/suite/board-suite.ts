import { describe, onTestFinished } from 'vitest';
import { SuiteHouse, type Kind } from './suite-house.ts';
import { keysSuite } from './keys.ts';
import { updatesSuite } from './updates.ts';
import { workSuite } from './work.ts';

/** What a board does at the real hub, whatever plays it: the firmware and the virtual board must pass all of it. */
export function boardSuite(kind: Kind): void {
	const open = async () => {
		const house = await SuiteHouse.open(kind);
		onTestFinished(() => house.close());
		return house;
	};
	describe(`${kind.name} and its keys`, () => keysSuite(open));
	describe(`${kind.name} at work`, () => workSuite(open));
	describe(`${kind.name} is updated`, () => updatesSuite(open, kind));
}
