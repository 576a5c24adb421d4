# Completion of advise for bash. `advise completion bash` prints this file; what can be completed is asked of advise itself.
_advise() {
    local line files=0 words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    words=("${words[@]/#\~\//$HOME/}")
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then files=1; else COMPREPLY+=("${line%%$'\t'*}"); fi
    done < <("${COMP_WORDS[0]}" __complete bash "${words[@]}" 2>/dev/null)
    ((files)) || return 0
    if ((${#COMPREPLY[@]} == 0)); then compopt -o default; return 0; fi
    compopt -o filenames
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
}
complete -F _advise advise
