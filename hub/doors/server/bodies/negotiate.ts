export type Encoding = 'br' | 'gzip' | 'identity';

/** Best first. */
const PREFERRED: readonly Encoding[] = ['br', 'gzip'];

/** A browser's header has a few dozen bytes. A much longer one is ignored, because splitting it would take long. */
const MAX_HEADER_BYTES = 512;

/** Chooses one of the available encodings by the Accept-Encoding header (RFC 9110, 12.5.3). */
export function chooseEncoding(accepts: string, available: readonly Encoding[]): Encoding {
	if (accepts.length > MAX_HEADER_BYTES) return 'identity';
	const weights = new Map<string, number>();
	for (const part of accepts.toLowerCase().split(',')) {
		const [name = '', ...parameters] = part.split(';').map((word) => word.trim());
		const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
		weights.set(name, q === undefined ? 1 : Number(q));
	}
	const wanted = (encoding: Encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0;
	return PREFERRED.find((encoding) => available.includes(encoding) && wanted(encoding)) ?? 'identity';
}

/** Whether an If-None-Match header names this ETag, by weak comparison (RFC 9110, 13.1.2). */
export function matchesEtag(ifNoneMatch: string, etag: string): boolean {
	if (ifNoneMatch.length > MAX_HEADER_BYTES) return false;
	const named = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return named.includes(etag) || named.includes('*');
}
