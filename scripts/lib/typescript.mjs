import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// `node --import ./scripts/lib/typescript.mjs file.ts`: lets Node 20 run TypeScript, without bundling.
if (isMainThread) register(import.meta.url);

/** Node's hook for loading a module: removes types and keeps the rest, so that stack traces have the right lines. */
export async function load(url, context, next) {
	if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
	const { transform } = await import('esbuild');
	const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
		loader: 'ts',
		format: 'esm',
		target: 'node20',
		sourcemap: 'inline',
		sourcefile: fileURLToPath(url),
		tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
	});
	return { format: 'module', source: code, shortCircuit: true };
}
