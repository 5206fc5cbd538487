-- Calls, tables, strings and floating point in about equal parts.
local function fib(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end
print(fib(27))

local sieve, count = {}, 0
for i = 2, 400000 do sieve[i] = true end
for i = 2, 400000 do
    if sieve[i] then
        count = count + 1
        for j = i * i, 400000, i do sieve[j] = false end
    end
end
print(count)

local words = {}
for i = 1, 60000 do words[#words + 1] = ("%d-%s"):format(i * 7919 % 60013, ("x"):rep(i % 5)) end
table.sort(words)
print(words[1], words[30000], #table.concat(words), (table.concat(words, " "):gsub("%d+", function(d) return #d end)):sub(1, 20))

local sum = 0.0
for i = 1, 2000000 do sum = sum + 1 / (i * i) end
print(("%.12f"):format(sum))
