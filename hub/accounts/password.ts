export interface PasswordCost {
	memoryCost: number;
	timeCost: number;
	parallelism: number;
}

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
export const PASSWORD_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Algorithm.Argon2id; the library's enum is one of types alone. */
const ARGON2ID = 2;

/** Loaded when somebody first signs in: it is worth 5 MB of a hub at rest. */
const argon2 = () => import('@node-rs/argon2');

export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
	const { hash } = await argon2();
	return hash(password.normalize('NFKC'), { algorithm: ARGON2ID, ...cost });
}

/**
 * Whether the password fits. Without a hash (no such user) it takes as long, so that the time tells nobody which names
 * exist.
 */
export async function checkPassword(
	hashed: string | undefined,
	password: string,
	cost: PasswordCost,
): Promise<boolean> {
	if (hashed === undefined) {
		await hashPassword(password, cost);
		return false;
	}
	const { verify } = await argon2();
	return verify(hashed, password.normalize('NFKC'));
}
