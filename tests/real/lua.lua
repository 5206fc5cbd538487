-- What the reference manual of Lua 5.4 says, a line a fact, in the form of TAP. Each expected value was thought out by hand.
local number, failed = 0, 0
local function is(got, expected, name)
    number = number + 1
    local good = got == expected and math.type(got) == math.type(expected)
    if not good then
        failed = failed + 1
        print(("# got %s, expected %s"):format(tostring(got), tostring(expected)))
    end
    print((good and "ok " or "not ok ") .. number .. " " .. name)
end

-- Numbers
is(7 // 2, 3, "integer division")
is(-7 // 2, -4, "floor division of a negative number")
is(-7 % 3, 2, "modulo has the sign of the divisor")
is(7 / 2, 3.5, "division gives a float")
is(5.5 // 2, 2.0, "floor division of floats")
is(1 << 63, math.mininteger, "shift into the sign")
is(-1 >> 1, math.maxinteger, "shift right is logical")
is(math.maxinteger + 1, math.mininteger, "integers wrap")
is(2 ^ 53, 9007199254740992.0, "power gives a float")
is(math.tointeger(3.0), 3, "float to integer")
is(math.ult(1, -1), true, "unsigned comparison")
is(tostring(1e15), "1e+15", "%.14g")
is(tostring(0.1), "0.1", "0.1")
is(1e308 * 10, math.huge, "overflow")
is(0 / 0 ~= 0 / 0, true, "nan is not itself")
is(tonumber("0x1p4"), 16.0, "hexadecimal float")
is(tonumber("10", 2), 2, "base 2")
is(tonumber("zz", 36), 1295, "base 36")
is("10" + 5, 15, "string arithmetic")
is(math.floor(-3.5), -4, "floor")
is(string.format("%.3f", math.pi), "3.142", "pi")
is(string.format("%.10f", math.sin(1)), "0.8414709848", "sin")
is(string.format("%.10f", math.exp(1)), "2.7182818285", "exp")
is(string.format("%a", 1.0), "0x1p+0", "%a")
is(3 | 4.0, 7, "bits of a float with an integer value")

-- Strings
is(("hello world"):find("o w"), 5, "find")
is(("key = value"):match("^(%w+)%s*=%s*(%w+)$"), "key", "captures")
is(("abc"):gsub("%w", "%0%0"), "aabbcc", "gsub")
is(("hello"):gsub("", "-"), "-h-e-l-l-o-", "gsub with an empty pattern")
is(("THE (quick) fox"):find("%((%a+)%)"), 5, "find with brackets")
is(("f(a(b)c)d"):match("%b()"), "(a(b)c)", "%b")
is(("THE (quick) fox"):gsub("%f[%a]%a+", string.lower), "the (quick) fox", "frontier")
is(string.rep("ab", 3, ","), "ab,ab,ab", "rep")
is(#string.pack("<i4 z s2", 7, "abc", "de"), 12, "pack")
is(string.unpack("<i8", string.pack("<i8", -2)), -2, "unpack")
is(utf8.char(228, 8364, 0x10FFFF), "ä€\u{10FFFF}", "utf8.char")
is(utf8.len("ä€"), 2, "utf8.len")
is(string.format("%q", "a\nb\0c\""), '"a\\\nb\\0c\\""', "%q")
is(string.format("%5d|%-5d|%05d|%+d", 42, 42, 42, 42), "   42|42   |00042|+42", "widths")

-- Tables, functions, closures
is(#{ 1, 2, 3, nil }, 3, "length")
is(table.concat({ 1, 2, 3 }, "-"), "1-2-3", "concat")
is(select("#", table.unpack({ 1, nil, 3 }, 1, 3)), 3, "unpack with a hole")
is(select(-1, "a", "b", "c"), "c", "select from the end")
local list = {}
for i = 1, 100 do list[i] = (i * 37) % 101 end
table.sort(list, function(a, b) return a > b end)
local sorted = true
for i = 2, 100 do sorted = sorted and list[i - 1] >= list[i] end
is(sorted, true, "sort")
local function counter()
    local n = 0
    return function() n = n + 1 return n end
end
local a, b = counter(), counter()
a() a()
is(a() * 10 + b(), 31, "closures have their own variables")
local t = setmetatable({}, { __index = function(_, k) return k .. "!" end, __call = function(_, x) return x * 2 end,
    __len = function() return 99 end, __concat = function() return "cat" end, __eq = function() return true end,
    __lt = function() return true end, __close = nil, __unm = function() return "minus" end })
is(t.foo, "foo!", "__index")
is(t(21), 42, "__call")
is(#t, 99, "__len")
is(t .. "x", "cat", "__concat")
is(-t, "minus", "__unm")
is(t < {}, true, "__lt")
local function tail(n) if n == 0 then return "end" end return tail(n - 1) end
is(tail(1000000), "end", "tail calls need no stack")

-- Errors, coroutines, goto, to-be-closed
is(select(2, pcall(error, { code = 7 })).code, 7, "errors are values")
is(select(2, pcall(function() local x = nil; return x.y end)):match("local 'x'"), "local 'x'", "names in messages")
is(select(2, pcall(string.rep, "x", -1)), "", "rep with a negative count")
is(select(2, xpcall(error, function(m) return m .. "!" end, "m")), "m!", "xpcall")
local deep = function(f) return 1 + f(f) end
is(select(2, pcall(deep, deep)):match("stack overflow"), "stack overflow", "stack overflow is caught")
local co = coroutine.wrap(function(x) for i = 1, 3 do x = x + coroutine.yield(x * i) end return "done" end)
is(co(2) + co(10) + co(100), 2 + 24 + 336, "coroutines pass values both ways")
is(co(0), "done", "and end")
local closed = ""
do
    local first <close> = setmetatable({}, { __close = function() closed = closed .. "1" end })
    local second <close> = setmetatable({}, { __close = function() closed = closed .. "2" end })
end
is(closed, "21", "to-be-closed variables in reverse order")
local sum = 0
for i = 1, 10 do
    if i % 2 == 0 then goto continue end
    sum = sum + i
    ::continue::
end
is(sum, 25, "goto")

-- Garbage, load, os, io
local weak = setmetatable({}, { __mode = "v" })
weak[1] = {}
collectgarbage()
is(weak[1], nil, "weak tables")
local finalized = false
setmetatable({}, { __gc = function() finalized = true end })
collectgarbage()
is(finalized, true, "finalizers")
is(load("return ... + 1")(41), 42, "load")
is(load(string.dump(function(x) return x * 3 end))(14), 42, "string.dump")
is(load("x ="), nil, "syntax errors")
is(os.time({ year = 2000, month = 1, day = 1, hour = 12 }), 946728000, "os.time")
is(os.date("!%Y-%m-%d %H:%M:%S", 86400 * 365), "1971-01-01 00:00:00", "os.date")
local name = os.tmpname()
local file = assert(io.open(name, "w+"))
file:write("12 0x1F 3.5e1\nline\n")
file:seek("set")
local x, y, z, rest, line = file:read("n", "n", "n", "L", "l")
is(x + y + z, 12 + 31 + 35.0, "read numbers")
is(line, "line", "read lines")
file:close()
os.remove(name)
is(io.open(name), nil, "removed")
print("1.." .. number)
os.exit(failed == 0)
