import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';

const NO_DEFAULT_EXPORT = {
	selector: 'ExportDefaultDeclaration',
	message: 'Export by name, so that a thing is called the same everywhere.',
};

export default typescript.config(
	{ ignores: ['build/', 'dist/', '.cache/', '.svelte-kit/', 'coverage/', 'data/', 'firmware/', '**/*_pb.ts'] },
	typescript.configs.strict,
	typescript.configs.stylistic,
	svelte.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			eqeqeq: 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			'no-console': 'error',
			'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			// An index into a table is checked by noUncheckedIndexedAccess; where it is known to be there, `!` says so.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-invalid-void-type': 'off',
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/consistent-type-definitions': 'off',
			'@typescript-eslint/prefer-for-of': 'off',
			'@typescript-eslint/consistent-indexed-object-style': 'off',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: typescript.parser } },
		rules: {
			'no-restricted-syntax': 'off',
			'prefer-const': 'off',
			'svelte/prefer-const': 'error',
			// A reason may stand behind the code that is ignored.
			'svelte/no-unused-svelte-ignore': 'off',
			// What is live is said with $state where it is; a plain Map beside it is meant.
			'svelte/prefer-svelte-reactivity': 'off',
			// The dashboard is always served from the root.
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: ['hub/**'],
		ignores: ['hub/**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				{
					name: 'setImmediate',
					message: 'A connection closed by one leaves memory behind: see hub/base/clock.ts.',
				},
			],
		},
	},
	{ files: ['*.config.{js,ts}', '*.cjs'], rules: { 'no-restricted-syntax': 'off' } },
	{ files: ['scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
);
