// What ECMAScript 5 says, a line a fact, in the form of TAP; for engines whose archives have no tests.
var number = 0, failed = 0;
function is(got, expected, name) {
    number++;
    var good = got === expected || (got !== got && expected !== expected);
    if (!good) {
        failed++;
        print('# got ' + got + ', expected ' + expected);
    }
    print((good ? 'ok ' : 'not ok ') + number + ' ' + name);
}
function thrown(f) {
    try { f(); } catch (e) { return e.name; }
    return 'nothing';
}

// Numbers
is(0.1 + 0.2, 0.30000000000000004, 'sum of doubles');
is(String(0.1 + 0.2), '0.30000000000000004', 'shortest form');
is(String(1e21), '1e+21', 'exponent');
is(String(123456789012345680000), '123456789012345680000', 'no exponent below 1e21');
is(String(1e-7), '1e-7', 'small');
is(String(5e-324), '5e-324', 'the least double');
is(String(1.7976931348623157e308), '1.7976931348623157e+308', 'the greatest double');
is((255).toString(16), 'ff', 'base 16');
is((0.5).toString(2), '0.1', 'base 2 with a fraction');
is((1.005).toFixed(2), '1.00', 'toFixed rounds the exact value');
is((123.456).toPrecision(4), '123.5', 'toPrecision');
is((0.00001).toExponential(2), '1.00e-5', 'toExponential');
is(parseInt('0x1f'), 31, 'parseInt');
is(parseFloat('3.14abc'), 3.14, 'parseFloat');
is(Number(' 12 '), 12, 'Number of a string');
is(Number('1x'), NaN, 'Number of something else');
is(-5 % 3, -2, 'remainder has the sign of the dividend');
is(1 / -0, -Infinity, 'negative zero');
is(-1 >>> 0, 4294967295, 'unsigned shift');
is(1 << 31, -2147483648, 'shift into the sign');
is(~~-3.7, -3, 'conversion to 32 bits truncates');
is(4294967296 | 0, 0, 'and wraps');
is(Math.round(-0.5), 0, 'round');
is(Math.max(), -Infinity, 'max of nothing');
is(Math.pow(2, 0.5), Math.SQRT2, 'pow');
is(Math.floor(Math.atan2(1, -1) * 1e10), 23561944901, 'atan2');
is(Math.abs(Math.exp(1) - Math.E) < 1e-15, true, 'exp');

// Strings
is('abc'.charCodeAt(1), 98, 'charCodeAt');
is('\u20ac'.length, 1, 'length in units');
is(encodeURIComponent('\u20ac &'), '%E2%82%AC%20%26', 'encodeURIComponent');
is(decodeURIComponent('%E2%82%AC'), '\u20ac', 'decodeURIComponent');
is('a,b,,c'.split(',').length, 4, 'split');
is('a1b22c'.split(/\d+/).join('|'), 'a|b|c', 'split by an expression');
is('abcabc'.lastIndexOf('c'), 5, 'lastIndexOf');
is('abc'.substring(2, 0), 'ab', 'substring');
is('abc'.slice(-2), 'bc', 'slice');
is('  x '.trim(), 'x', 'trim');
is('Stra\u00dfe'.toUpperCase(), 'STRASSE', 'upper case of a sharp s');
is('b' > 'a' && 'B' < 'a', true, 'comparison');

// Regular expressions
is(/(\d+)-(\d+)/.exec('tel 12-345').slice(1).join(), '12,345', 'captures');
is('aaa'.replace(/a/g, function (m, at) { return at; }), '012', 'replace by a function');
is('John Smith'.replace(/(\w+) (\w+)/, '$2, $1'), 'Smith, John', 'replace by captures');
is(/^(?:a|ab)(?:c|bcd)(d*)$/.exec('abcd')[0], 'abcd', 'backtracking');
is(/(a+)+b/.test('aaaaaaaaaaaaab'), true, 'nested repetition');
is(/\bfoo(?!bar)/.test('foobar foobaz'), true, 'negative look-ahead');
is(/(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac')[4] === undefined, true, 'captures are cleared in each round');
is('x'.match(/y/), null, 'no match');
is('aBc'.match(/[a-z]/gi).length, 3, 'global match');

// Objects, arrays, functions
is([10, 9, 1].sort().join(), '1,10,9', 'sort by strings');
is([3, 1, 2].sort(function (a, b) { return b - a; }).join(), '3,2,1', 'sort by a function');
is([1, 2, 3, 4].filter(function (x) { return x % 2; }).map(function (x) { return x * x; }).join(), '1,9', 'filter and map');
is([1, 2, 3].reduce(function (a, b) { return a + b; }), 6, 'reduce');
is([1, 2, 3, 4, 5].splice(1, 3).join(), '2,3,4', 'splice');
is([, 1].length, 2, 'a hole');
is(Object.keys({ b: 1, a: 2 }).join(), 'b,a', 'keys in the order of their making');
is((function () { return arguments.length; }).apply(null, [1, 2, 3]), 3, 'apply');
is((function () { return this.x; }).bind({ x: 7 })(), 7, 'bind');
var counter = (function () { var n = 0; return function () { return ++n; }; })();
counter(); counter();
is(counter(), 3, 'closures');
function Shape(w) { this.w = w; }
Shape.prototype.area = function () { return this.w * this.w; };
function Square(w) { Shape.call(this, w); }
Square.prototype = Object.create(Shape.prototype);
is(new Square(5).area(), 25, 'prototypes');
is(new Square(1) instanceof Shape, true, 'instanceof');
var o = { get x() { return this.y * 2; }, set x(v) { this.y = v + 1; } };
o.x = 4;
is(o.x, 10, 'getters and setters');
is(Object.getOwnPropertyDescriptor(Object.freeze({ a: 1 }), 'a').writable, false, 'freeze');
is(thrown(function () { 'use strict'; Object.freeze([1]).push(2); }), 'TypeError', 'frozen arrays');
is(typeof hoisted, 'function', 'functions are hoisted');
function hoisted() {}
is((function f(n) { return n < 2 ? 1 : n * f(n - 1); })(20), 2432902008176640000, 'recursion');

// Control flow and errors
is((function () { try { return 1; } finally { o.done = true; } })() + String(o.done), '1true', 'finally');
is((function () { for (var i = 0; ; i++) { try { if (i === 3) break; continue; } finally { o.n = i; } } return o.n; })(), 3, 'break through finally');
outer: for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) if (i * j === 2) break outer;
is(i * 10 + j, 12, 'labels');
is((function (x) { switch (x) { default: return 'd'; case 1: return 'one'; } })(1), 'one', 'switch with default in front');
is(thrown(function () { return undefinedName; }), 'ReferenceError', 'names that are not there');
is(thrown(function () { null.x; }), 'TypeError', 'null has no members');
is(thrown(function () { eval('1 +'); }), 'SyntaxError', 'syntax');
is(thrown(function () { (function f() { return f() + 1; })(); }) !== 'nothing', true, 'endless recursion is caught');
is(eval('var q = 6; q * 7'), 42, 'eval');
is(new Function('a', 'b', 'return a * b')(6, 7), 42, 'Function');

// JSON and dates
is(JSON.stringify({ a: [1, 'x', null, true], b: { c: undefined } }), '{"a":[1,"x",null,true],"b":{}}', 'stringify');
is(JSON.stringify([1, { a: 2 }], null, 2), '[\n  1,\n  {\n    "a": 2\n  }\n]', 'with an indent');
is(JSON.parse('{"a":[1,{"b":"\\u0041\\n"}]}').a[1].b, 'A\n', 'parse');
is(thrown(function () { JSON.parse('{a:1}'); }), 'SyntaxError', 'bad JSON');
is(Date.UTC(2000, 1, 29), 951782400000, 'a leap day');
is(new Date(951782400000).toISOString(), '2000-02-29T00:00:00.000Z', 'toISOString');
is(Date.parse('1970-01-02T00:00:00Z'), 86400000, 'parse a date');
is(new Date(2026, 0, 31, 12).getMonth(), 0, 'local time');
print('1..' + number);
if (failed) throw new Error(failed + ' failed');
