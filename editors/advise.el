;;; advise.el --- rule files of advise, with eglot  -*- lexical-binding: t -*-
;; Put (load "/path/to/advise.el") into ~/.emacs.d/init.el
(require 'eglot)
(define-derived-mode advise-mode prog-mode "advise"
  (setq-local comment-start "# "))
(add-to-list 'auto-mode-alist '("\\.rules\\'" . advise-mode))
(define-derived-mode advise-profile-mode text-mode "profile" ; M-x advise-profile-mode in a profile
  (setq-local comment-start "# "))
(add-to-list 'eglot-server-programs '((advise-mode advise-profile-mode) . ("advise" "lsp")))
(dolist (hook '(advise-mode-hook advise-profile-mode-hook)) (add-hook hook #'eglot-ensure))
(provide 'advise)
