;;; advise.el --- rule files of advise, with eglot  -*- lexical-binding: t -*-
;; Put (load "/path/to/advise.el") into ~/.emacs.d/init.el
(require 'eglot)
(define-derived-mode advise-mode prog-mode "advise"
  (setq-local comment-start "# "))
(add-to-list 'auto-mode-alist '("\\.rules\\'" . advise-mode))
(add-to-list 'eglot-server-programs '(advise-mode . ("advise" "lsp")))
(add-hook 'advise-mode-hook #'eglot-ensure)
(provide 'advise)
