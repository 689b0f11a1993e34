import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUILT, isCommitted, otherTools } from '../../scripts/lib/firmware/wasm.mjs';

it('the module of the virtual board is what the firmware is today', async ({ skip }) => {
	skip(!existsSync(BUILT), 'the tools that build it could not be installed: `npm test` says which');
	const others = await otherTools();
	skip(others !== undefined, others);
	expect(isCommitted(), 'hub/virtual-board/machine/board.wasm is out of date: npm run wasm').toBe(true);
});
