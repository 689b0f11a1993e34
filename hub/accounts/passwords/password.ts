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

/**
 * The most that a stored hash may ask for: a restored database could ask for all memory of the machine. Older hubs used
 * 19 MiB.
 */
const MOST: PasswordCost = { memoryCost: 65_536, timeCost: 10, parallelism: 4 };
const COST = /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,3}),p=(\d{1,3})\$[\w+/]{1,128}\$[\w+/]{1,128}$/;

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

function isAffordable(hashed: string): boolean {
	const [memoryCost, timeCost, parallelism] = COST.exec(hashed)?.slice(1).map(Number) ?? [];
	return memoryCost! <= MOST.memoryCost && timeCost! <= MOST.timeCost && parallelism! <= MOST.parallelism;
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
	if (hashed === undefined || !isAffordable(hashed)) {
		await hashPassword(password, cost);
		return false;
	}
	const { verify } = await argon2();
	return verify(hashed, password.normalize('NFKC'));
}
