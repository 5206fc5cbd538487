// Calls, arrays, objects, strings and floating point in about equal parts.
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
print(fib(23));

var sieve = [], count = 0, i, j;
for (i = 0; i < 100000; i++) sieve[i] = true;
for (i = 2; i < 100000; i++) {
    if (!sieve[i]) continue;
    count++;
    for (j = i + i; j < 100000; j += i) sieve[j] = false;
}
print(count);

var words = {}, text = '';
for (i = 0; i < 20000; i++) {
    var word = 'w' + (i * 7919 % 1009);
    words[word] = (words[word] || 0) + 1;
    if (i % 10 === 0) text += word + ' ';
}
print(Object.keys(words).sort().slice(0, 5).join(), text.replace(/w(\d)\d*/g, '$1').length);

var sum = 0;
for (i = 1; i < 500000; i++) sum += Math.sqrt(i) / (i + 0.5);
print(sum.toFixed(8));
