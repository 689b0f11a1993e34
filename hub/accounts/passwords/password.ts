export interface PasswordCost {
	memoryCost: number;
	timeCost: number;
	parallelism: number;
}

/**
 * OWASP Password Storage Cheat Sheet: argon2id with 7 MiB, five passes, one lane; of its settings, which are equally strong,
 * the one that needs least memory.
 */
export const PASSWORD_COST: PasswordCost = { memoryCost: 7_168, timeCost: 5, parallelism: 1 };

/** Algorithm.Argon2id; the library's enum is one of types alone. */
const ARGON2ID = 2;

/** Loaded when somebody first signs in: it is worth 5 MB of a hub at rest. */
const argon2 = () => import('@node-rs/argon2');

export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
	const { hash } = await argon2();
	return hash(password.normalize('NFKC'), { algorithm: ARGON2ID, ...cost });
}

/** Whether it was made at this cost: older hubs spent more memory. */
export function isOfCost(hashed: string, { memoryCost, timeCost, parallelism }: PasswordCost): boolean {
	return hashed.includes(`$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
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
