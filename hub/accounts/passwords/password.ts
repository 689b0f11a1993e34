export interface PasswordCost {
	memoryCost: number;
	timeCost: number;
	parallelism: number;
}

/**
 * OWASP Password Storage Cheat Sheet: argon2id with 7 MiB, five passes, one lane; of the sheet's equally strong
 * settings this one needs the least memory.
 */
export const PASSWORD_COST: PasswordCost = { memoryCost: 7_168, timeCost: 5, parallelism: 1 };

/** Algorithm.Argon2id; the library declares its enum only as a type. */
const ARGON2ID = 2;

/** Loaded when somebody first signs in, which saves an idle hub 5 MB. */
const argon2 = () => import('@node-rs/argon2');

export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
	const { hash } = await argon2();
	return hash(password.normalize('NFKC'), { algorithm: ARGON2ID, ...cost });
}

/** Whether this hash was made at this cost; older hubs used more memory. */
export function isOfCost(hashed: string, { memoryCost, timeCost, parallelism }: PasswordCost): boolean {
	return hashed.includes(`$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/**
 * Whether the password is right. Without a hash (no such user) it takes equally long, so that the time does not
 * reveal which names exist.
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
