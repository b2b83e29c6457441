;;; emacs.el --- Reports in a real Emacs, through Eglot  -*- lexical-binding: t; -*-

;;; Commentary:

;; Started by the script "emacs" in a folder with copies of the samples.

;;; Code:

(require 'cl-lib)
(require 'ert)
(require 'seq)

;; Emacs -Q leaves Debian's packages out; newer ones bring Eglot themselves.
(dolist (package '("eglot" "markdown-mode" "project" "seq" "xref" "yasnippet"))
  (unless (and (> emacs-major-version 28)
               (not (member package '("markdown-mode" "yasnippet"))))
    (setq load-path
          (append (file-expand-wildcards
                   (concat "/usr/share/emacs/site-lisp/elpa/" package "-[0-9]*"))
                  load-path))))
(condition-case missing
    (mapc #'require '(eglot flymake markdown-mode yasnippet))
  (file-missing
   (message "SKIPPED: Emacs has none: %s" (cdr missing))
   (kill-emacs (if (equal (getenv "CI") "true") 1 77))))
(require 'incident-ls (expand-file-name "editors/emacs/incident-ls"
                                        (getenv "SOURCE")))

(setq auto-mode-alist '(("\\.md\\'" . markdown-mode))
      create-lockfiles nil
      eglot-sync-connect t
      make-backup-files nil)
(add-hook 'markdown-mode-hook #'eglot-ensure)

(defun stage-wait (what condition)
  "Wait until CONDITION, a function, returns something, and return that.
If it never does, WHAT is what was waited for in vain."
  (let (found)
    (with-timeout (10 (ert-fail (list "in vain waited for" what)))
      (while (not (setq found (funcall condition)))
        (accept-process-output nil 0.01)))
    found))

(defun stage-visit (file)
  "Visit FILE and wait until Eglot manages it."
  (find-file file)
  (run-hooks 'post-command-hook)      ; where `eglot-ensure' waits
  (stage-wait "the server" #'eglot-managed-p))

(defun stage-leave ()
  "End the server and leave the buffer, whatever was done to it."
  (let ((server (eglot-current-server)))
    (when server
      (eglot-shutdown server)))
  (set-buffer-modified-p nil)
  (kill-buffer))

(defmacro stage-report (file &rest body)
  "Run BODY where FILE is visited."
  (declare (indent 1))
  `(save-window-excursion
     (stage-visit ,file)
     (unwind-protect (progn ,@body)
       (stage-leave))))

(defun stage-place (position)
  "Return POSITION as line and column, in bytes and from 1."
  (save-excursion
    (goto-char position)
    (format "%d:%d" (line-number-at-pos)
            (1+ (string-bytes (buffer-substring (line-beginning-position)
                                                position))))))

(defun stage-code (diagnostic)
  "Return the rule that DIAGNOSTIC is of."
  (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))
             :code))

(defun stage-found ()
  "Return what Flymake shows: place, end and rule of each, in their order."
  (sort (mapcar (lambda (diagnostic)
                  (format "%s-%s %s"
                          (stage-place (flymake-diagnostic-beg diagnostic))
                          (stage-place (flymake-diagnostic-end diagnostic))
                          (stage-code diagnostic)))
                (flymake-diagnostics))
        #'string<))

(defun stage-checked ()
  "Return what the command line finds in the buffer's text, likewise."
  (let ((buffer (current-buffer)) findings)
    (with-temp-buffer
      (let ((output (current-buffer)))
        (with-current-buffer buffer
          (call-process-region nil nil "incident-ls" nil output nil
                               "check" "--format" "json" "-")))
      (goto-char (point-min))
      (setq findings (plist-get (aref (plist-get (json-parse-buffer
                                                  :object-type 'plist)
                                                 :files)
                                      0)
                                :findings)))
    (sort (mapcar (lambda (finding)
                    (let ((range (plist-get finding :range)))
                      (format "%s-%s %s"
                              (stage-offset (plist-get range :start))
                              (stage-offset (plist-get range :end))
                              (plist-get finding :rule))))
                  findings)
          #'string<)))

(defun stage-offset (place)
  "Return PLACE, of the command line, as line and column in bytes."
  (stage-place (byte-to-position (1+ (plist-get place :offset)))))

(defun stage-sync ()
  "Tell the server of the changes, for which Eglot waits until Emacs idles."
  (eglot--signal-textDocument/didChange)
  (flymake-start))

(defun stage-agree ()
  "Wait until Flymake shows what the command line finds."
  (let ((checked (stage-checked)) found)
    (stage-sync)
    (condition-case nil
        (stage-wait "diagnostics"
                    (lambda ()
                      (equal checked (setq found (stage-found)))))
      (ert-test-failed (should (equal checked found))))))

(defun stage-find (code)
  "Wait for the diagnostic of the rule CODE and return it."
  (stage-sync)
  (stage-wait code
              (lambda ()
                (seq-find (lambda (one) (equal code (stage-code one)))
                          (flymake-diagnostics)))))

(defun stage-go (text)
  "Move behind the first TEXT of the buffer."
  (goto-char (point-min))
  (search-forward text))

(defun stage-replace (from to)
  "Put TO in the place of the first FROM."
  (stage-go from)
  (replace-match to t t))

(defun stage-line ()
  "Return the line of point."
  (buffer-substring-no-properties (line-beginning-position)
                                  (line-end-position)))

(defun stage-choose (wanted)
  "Complete at point and take the candidate WANTED as a user would.
An error if it isn't offered."
  (let ((completion-in-region-function
         (lambda (start end collection predicate)
           (let* ((word (buffer-substring start end))
                  (offered (all-completions word collection predicate))
                  (candidate (car (member wanted offered))))
             (unless candidate
               (ert-fail (list "not offered" wanted 'but
                               (mapcar #'substring-no-properties offered))))
             (delete-region start end)
             (insert candidate)
             (funcall (plist-get completion-extra-properties :exit-function)
                      candidate 'finished)))))
    (completion-at-point)))

(defun stage-act (title &optional kind)
  "Take the code action TITLE that is offered at point, of KIND."
  (let ((last-nonmenu-event ?\r)       ; a key: no menu pops up
        (completing-read-function
         (lambda (_prompt titles &rest _)
           (or (car (member title (all-completions "" titles)))
               (ert-fail (list "not offered" title 'but
                               (all-completions "" titles)))))))
    (eglot-code-actions (point) (1+ (point)) kind t)))

;; What is seen.

(ert-deftest a-flawless-report-has-no-diagnostics ()
  (stage-report "full.md"
    (stage-replace "A000999" "")
    (stage-find "empty-field")
    (stage-replace "ID:** " "ID:** A000999")
    (stage-agree)
    (should-not (flymake-diagnostics))))

(ert-deftest a-faulty-one-has-those-of-the-command-line ()
  (stage-report "faulty.md"
    (stage-agree)
    (let ((id (stage-find "ccadb-id")))
      (should (equal "000999"
                     (buffer-substring-no-properties
                      (flymake-diagnostic-beg id)
                      (flymake-diagnostic-end id))))
      (should (eq 'eglot-error (flymake-diagnostic-type id))))))

(ert-deftest characters-of-any-width-shift-no-range ()
  (stage-report "faulty.md"
    (stage-replace "000999" "X 𝄞 é 漢 😀")
    (stage-agree)
    (stage-replace "é 漢 " "")
    (stage-agree)
    (let ((id (stage-find "ccadb-id")))
      (should (equal "X 𝄞 😀"
                     (buffer-substring-no-properties
                      (flymake-diagnostic-beg id)
                      (flymake-diagnostic-end id)))))
    (goto-char (point-min))
    (forward-line 5)
    (kill-line 7)
    (stage-agree)
    (goto-char (point-max))
    (insert "\n### Timeline\n\nčtvrtek 😀\n")
    (stage-agree)))

(ert-deftest a-file-that-is-no-report-has-none ()
  (write-region "### Summary of the week\n\nTODO\n" nil "note.md")
  (stage-report "note.md"
    (stage-agree)
    (should-not (flymake-diagnostics))))

(ert-deftest eldoc-explains-a-field ()
  (stage-report "full.md"
    (let (said)
      (stage-go "**Relevant pol")
      (eglot-hover-eldoc-function (lambda (words &rest _) (setq said words)))
      (stage-wait "the hover" (lambda () said))
      (should (string-match-p "Relevant policies" said))
      (should (string-match-p "Incident Reporting Guidelines 3.2" said)))))

(ert-deftest imenu-lists-the-parts ()
  (stage-report "full.md"
    (let ((names (flatten-tree (imenu--make-index-alist t))))
      (dolist (name '("Summary" "Root Cause Analysis" "Appendix"))
        (should (seq-find (lambda (one)
                            (and (stringp one) (string-match-p name one)))
                          names))))))

(ert-deftest a-reference-leads-to-its-factor ()
  (stage-report "full.md"
    (stage-go "| Root Cause # 1, Root Cause # 2")
    (xref-find-definitions "LSP identifier at point.")
    (should (looking-at ".*The linter did not know the new profile"))))

;; What is done.

(ert-deftest a-value-is-completed ()
  (stage-report "faulty.md"
    (stage-replace "Twitter" "Thi")
    (stage-choose "Third Party Reported")
    (should (equal (stage-line) "- **Source of incident disclosure:** Third Party Reported"))
    (stage-agree)))

(ert-deftest a-field-is-completed-from-the-letters-typed ()
  (stage-report "faulty.md"
    (stage-replace "- **Relevant policies:**\n" "- Rele\n")
    (forward-char -1)
    (stage-choose "Relevant policies")
    (should (string-prefix-p "- **Relevant policies:** " (stage-line)))
    (stage-agree)))

(ert-deftest a-fix-makes-a-diagnostic-go ()
  (stage-report "faulty.md"
    (goto-char (flymake-diagnostic-beg (stage-find "disclosure-source")))
    (stage-act "Replace with \"Self Reported\"")
    (stage-agree)))

(ert-deftest all-that-changes-no-meaning-is-fixed-at-once ()
  (stage-report "faulty.md"
    (stage-replace "**CA Owner CCADB unique ID:**" "CA Owner CCADB unique ID:")
    (stage-find "field-format")
    (stage-act "Y" "source.fixAll.incident-ls")
    (stage-go "**CA Owner CCADB unique ID:**")
    (stage-agree)))

(ert-deftest the-buffer-is-formatted ()
  (stage-report "full.md"
    (stage-replace "| Action Item | Kind |" "| Action Item|Kind |")
    (stage-go "|Kind |")
    (stage-sync)
    (eglot-format-buffer)
    (should (string-match-p "^| Action Item +| Kind +|" (stage-line)))
    (stage-agree)))

(ert-deftest a-factor-is-renumbered-with-its-references ()
  (stage-report "full.md"
    (stage-go "**Contributing Factor #")
    (eglot-rename "3")
    (should (looking-at-p "3: The review"))
    (should (search-forward "| Root Cause # 3 |"))
    (stage-agree)))

(ert-deftest yasnippet-leads-through-a-row ()
  (let ((markdown-mode-hook '(yas-minor-mode eglot-ensure)))
    (stage-visit "full.md"))
  (unwind-protect
      (progn
        (stage-go "| 2026-09-18 | Complete |\n")
        (stage-choose "Row")
        (dolist (cell '("Ask twice" "Prevent" "Root Cause # 1" "Asked"
                        "2026-10-01" "Ongoing"))
          (delete-region (overlay-start yas--active-field-overlay)
                         (overlay-end yas--active-field-overlay))
          (insert cell)
          (yas-next-field-or-maybe-expand))
        (stage-go "| Ask twice")
        (should (equal (stage-line) "| Ask twice | Prevent | Root Cause # 1 \
| Asked | 2026-10-01 | Ongoing |"))
        (stage-agree))
    (stage-leave)))

;; Settings, and the end.

(ert-deftest settings-are-heard-at-the-start ()
  (let ((incident-ls-settings '(:rules (:ccadb-id "off"))))
    (stage-report "faulty.md"
      (stage-find "disclosure-source")
      (should-not (string-match-p "ccadb-id" (format "%s" (stage-found)))))))

(ert-deftest settings-are-heard-later ()
  (stage-report "faulty.md"
    (stage-find "ccadb-id")
    (write-region "((nil (eglot-workspace-configuration
                     . (:incident-ls (:rules (:ccadb-id \"hint\"))))))"
                  nil dir-locals-file)
    (eglot-signal-didChangeConfiguration (eglot-current-server))
    (stage-wait "another severity"
                (lambda ()
                  (eq 'eglot-note (flymake-diagnostic-type
                                   (stage-find "ccadb-id")))))
    (delete-file dir-locals-file)))

(ert-deftest the-server-is-started-anew ()
  (stage-report "faulty.md"
    (stage-agree)
    (let ((process (jsonrpc--process (eglot-current-server))))
      (kill-process process)
      (stage-wait "its end" (lambda () (not (process-live-p process)))))
    (stage-wait "no server" (lambda () (not (eglot-managed-p))))
    (call-interactively #'eglot)
    (stage-wait "another" #'eglot-managed-p)
    (stage-agree)))

;; The commands.

(ert-deftest a-report-is-begun ()
  (incident-ls-new "full" "begun.md")
  (should (looking-at-p "## Full Incident Report"))
  (should (eq major-mode 'markdown-mode))
  (set-buffer-modified-p nil)
  (kill-buffer)
  (should-error (incident-ls-new "full" "full.md") :type 'user-error)
  (kill-buffer)
  (should-error (incident-ls-new "poem" "poem.md") :type 'user-error))

(ert-deftest a-file-is-checked-and-its-findings-gone-through ()
  (let ((buffer (find-file-noselect "faulty.md"))
        (list (with-current-buffer (find-file-noselect "faulty.md")
                (incident-ls-check))))
    (unwind-protect
        (with-current-buffer list
          (stage-wait "the end of the list"
                      (lambda ()
                        (save-excursion
                          (goto-char (point-min))
                          (search-forward "exited abnormally" nil t))))
          (goto-char (point-min))
          (next-error)
          (with-current-buffer buffer
            (should (equal (stage-place (point)) "1:4"))))
      (kill-buffer buffer)
      (kill-buffer list))))

;;; emacs.el ends here
