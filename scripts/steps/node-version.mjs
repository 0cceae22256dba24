// Runs before anything else is loaded, on any Node: hence var, no node: specifiers and no newer syntax.
var found = process.versions.node.split('.').map(Number);
if (found[0] < 20 || (found[0] === 20 && found[1] < 20)) {
  console.error(
    'TailCamp needs Node 20.20 or newer, and this is Node ' +
      process.versions.node +
      '; get one at https://nodejs.org.',
  );
  process.exit(1);
}
