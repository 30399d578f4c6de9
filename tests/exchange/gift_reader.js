// Read GIFT with the parser `gift-pegjs` (the folder it is installed in is the argument).
const parser = require(require.resolve("gift-pegjs", { paths: [process.argv[2]] }));
console.log(JSON.stringify(parser.parse(require("fs").readFileSync(0, "utf8"))));
