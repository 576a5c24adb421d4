# Completion of advise for fish. `advise completion fish` prints this file; what can be completed is asked of advise itself.
function __advise_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l words (string replace -r '^~/' "$HOME/" -- $before[2..-1] "$current")
    for line in (command $before[1] __complete fish $words 2>/dev/null)
        if test "$line" = ":files"
            if string match -q -- '--*=*' "$current"
                set -l option (string replace -r '=.*' '=' -- "$current")
                for file in (__fish_complete_path (string replace -r '^[^=]*=' '' -- "$current"))
                    echo "$option$file"
                end
            else
                __fish_complete_path "$current"
            end
        else
            echo "$line"
        end
    end
end
complete -c advise -f -a '(__advise_complete)'
