import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { drawReadable, foldReadable } from '../../base/readable-code.ts';
import type { Random } from '../../base/random.ts';

/** How many a person gets; enough for years, few enough to be printed. */
export const RECOVERY_CODES = 10;
const GROUP = 4;
/** 58 bits: it cannot be guessed behind a limit, nor from its hash without the hub's key. */
const LENGTH = 3 * GROUP;

const OF_APP = new RegExp(`^\\d{${LIMITS.codeDigits}}$`);

/** A code as it was typed, in its plain form: of an app, or perhaps a recovery code. */
export function readTypedCode(typed: string): { kind: 'app' | 'recovery'; code: string } {
	const code = foldReadable(typed);
	return { kind: OF_APP.test(code) ? 'app' : 'recovery', code };
}

export function makeRecoveryCodes(random: Random): string[] {
	return Array.from({ length: RECOVERY_CODES }, () => drawReadable(random, LENGTH));
}

/** "ABCD-EFGH-JKMN" */
export function groupedCode(code: string): string {
	return code.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}
