#compdef advise
# Completion of advise for zsh. `advise completion zsh` prints this file; what can be completed is asked of advise itself.
_advise() {
    local line files=0
    local -a given offered
    given=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
    given=("${(@)given/#\~\//$HOME/}")
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            files=1
        elif [[ $line == *$'\t'* ]]; then
            offered+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        else
            offered+=("${line//:/\\:}")
        fi
    done < <("${(Q)words[1]}" __complete zsh "${given[@]}" 2>/dev/null)
    (( ${#offered} )) && _describe advise offered
    if (( files )); then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        _files
    fi
}
if [[ $funcstack[1] == _advise ]]; then _advise "$@"; else compdef _advise advise; fi
