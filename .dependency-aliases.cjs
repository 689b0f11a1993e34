/** The dashboard's short names, for .dependency-cruiser.cjs, which reads them in webpack's form. */
module.exports = {
	resolve: {
		alias: {
			$lib: `${__dirname}/src/lib`,
			$protocol: `${__dirname}/protocol`,
			$words: `${__dirname}/src/lib/words/en`,
		},
	},
};
