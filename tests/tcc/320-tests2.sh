# tcc's own tests; printed are the names of those whose output is not the expected one. (`make ddc` compares with a tcc
# that gcc compiled.)
sh "$ROOT/chain/tests2.sh" "$PWD/outputs" "$RUN" $TCC
echo "$(ls outputs/*.output | wc -l) tests"
