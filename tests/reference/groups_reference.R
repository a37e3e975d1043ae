# Writes groups_reference.csv from groups_data.csv: Rscript groups_reference.R, in this folder.
#
# Data: obrien_kaiser is Table 7 of O'Brien & Kaiser (1985), Psychological Bulletin 97, 316-333, each person's mean over
# the five hours; everything else is made up. A missing answer is an empty cell.
suppressMessages({library(emmeans); library(clubSandwich); library(nlme); library(lavaan); library(numDeriv)})

all_data <- read.csv("groups_data.csv", stringsAsFactors = FALSE)
rows <- list()
put <- function(case, ...) {
  values <- c(...)
  for (name in names(values)) rows[[length(rows) + 1]] <<- sprintf("%s,%s,%.17g", case, name, values[[name]])
}
take <- function(case) all_data[all_data$case == case, ]
agree <- function(a, b, relative) stopifnot(all(abs(a - b) <= relative * pmax(abs(a), abs(b))))

# --- groups ---------------------------------------------------------------------------------------------------------
compare_groups <- function(case, d, contrasts_of_all = TRUE) {
  d <- d[d$group %in% names(which(table(d$group) >= 2)), ]
  d$g <- factor(d$group)
  d$change <- d$post - d$pre
  one <- oneway.test(change ~ g, d, var.equal = TRUE)
  put(case, change_f = one$statistic[[1]], df1 = one$parameter[[1]], df2 = one$parameter[[2]], p = one$p.value)
  if (min(tapply(d$change, d$g, sd)) > 0) {
    welch <- oneway.test(change ~ g, d)
    put(case, welch_f = welch$statistic[[1]], welch_df2 = welch$parameter[[2]], welch_p = welch$p.value)
  }
  full <- lm(post ~ pre + g, d)
  test <- anova(lm(post ~ pre, d), full)
  slopes <- anova(full, lm(post ~ pre * g, d))
  put(case, ancova_f = test$F[2], ancova_df1 = test$Df[2], ancova_df2 = test$Res.Df[2], ancova_p = test[2, "Pr(>F)"],
      slope = coef(full)[["pre"]], slopes_f = slopes$F[2], slopes_df1 = slopes$Df[2], slopes_df2 = slopes$Res.Df[2],
      slopes_p = slopes[2, "Pr(>F)"], pre_mean = mean(d$pre))
  means <- emmeans(full, "g", at = list(pre = mean(d$pre)))
  m <- as.data.frame(means)
  pairs <- as.data.frame(contrast(means, "pairwise", adjust = "none"))
  holm <- p.adjust(pairs$p.value, "holm")
  which_means <- if (contrasts_of_all) seq_len(nrow(m)) else c(1, nrow(m))
  for (i in which_means)
    put(case, setNames(c(m$emmean[i], m$SE[i], m$lower.CL[i], m$upper.CL[i]),
                       paste0(c("mean_", "se_", "lower_", "upper_"), m$g[i])))
  which_pairs <- if (contrasts_of_all) seq_len(nrow(pairs)) else c(1, nrow(pairs))
  for (i in which_pairs)
    put(case, setNames(c(pairs$estimate[i], pairs$SE[i], pairs$t.ratio[i], pairs$df[i], pairs$p.value[i], holm[i]),
                       paste0(c("difference_", "contrast_se_", "t_", "contrast_df_", "contrast_p_", "holm_"), i - 1)))
}
for (case in c("obrien_kaiser", "uneven", "two_groups", "flat_group")) compare_groups(case, take(case))
index <- 0:389
many <- data.frame(group = index %% 130, pre = (index * 37) %% 101 / 8,
                   post = (index * 53) %% 89 / 8 + (index %% 130) %% 7)
compare_groups("many_groups", many, contrasts_of_all = FALSE)
put("f_tail", p_30_2_10 = pf(30, 2, 10, lower.tail = FALSE),
    log10_p_1e5_3_247 = pf(1e5, 3, 247, lower.tail = FALSE, log.p = TRUE) / log(10),
    p_0.3_4.5_7.25 = pf(0.3, 4.5, 7.25, lower.tail = FALSE),
    log10_p_1e9_2_1000 = pf(1e9, 2, 1000, lower.tail = FALSE, log.p = TRUE) / log(10))

# --- clusters -------------------------------------------------------------------------------------------------------
# CR2 written out with matrices, independent of clubSandwich: adjustment by the symmetric square root of (I - H)^-1.
cr2_written_out <- function(y, cluster) {
  n <- length(y); hat <- matrix(1 / n, n, n); e <- y - mean(y); v <- 0; p <- NULL
  for (each in unique(cluster)) {
    i <- which(cluster == each)
    s <- eigen(diag(length(i)) - hat[i, i, drop = FALSE], symmetric = TRUE)
    a <- s$vectors %*% diag(1 / sqrt(s$values), length(i)) %*% t(s$vectors)
    v <- v + (sum(a %*% e[i]) / n)^2
    p <- cbind(p, (diag(n) - hat)[, i, drop = FALSE] %*% a %*% rep(1 / n, length(i)))
  }
  c(se = sqrt(v), df = sum(diag(crossprod(p)))^2 / sum(crossprod(p)^2))
}
for (case in c("clusters", "two_clusters", "singletons", "alike_clusters", "one_large")) {
  d <- take(case)
  d$change <- d$post - d$pre
  fit <- lm(change ~ 1, d)
  test <- coef_test(fit, vcov = "CR2", cluster = d$cluster, test = "Satterthwaite")
  interval <- conf_int(fit, vcov = "CR2", cluster = d$cluster, test = "Satterthwaite")
  by_hand <- cr2_written_out(d$change, d$cluster)
  agree(c(test$SE, test$df_Satt), by_hand, 1e-9)
  put(case, cluster_se = test$SE, cluster_t = test$tstat, cluster_df = test$df_Satt, cluster_p = test$p_Satt,
      lower = interval$CI_L, upper = interval$CI_U)
  sizes <- as.vector(table(d$cluster))
  if (max(sizes) > 1) {
    ms <- anova(lm(change ~ factor(cluster), d))[["Mean Sq"]]
    n0 <- (sum(sizes) - sum(sizes^2) / sum(sizes)) / (length(sizes) - 1)
    put(case, cluster_icc = (ms[1] - ms[2]) / (ms[1] + (n0 - 1) * ms[2]))
  }
}

# --- missing answers ------------------------------------------------------------------------------------------------
# Parameters: both means, log of both SDs, inverse hyperbolic tangent of the correlation.
minus_log_likelihood <- function(q, d) {
  x <- (d$pre - q[1]) / exp(q[3]); y <- (d$post - q[2]) / exp(q[4]); r <- tanh(q[5])
  both <- !is.na(x) & !is.na(y)
  sum(!is.na(x)) * q[3] + sum(!is.na(y)) * q[4] + sum(both) / 2 * log(1 - r^2) +
    sum((x^2 - 2 * r * x * y + y^2)[both]) / (2 * (1 - r^2)) + sum(x[!both]^2, y[!both]^2, na.rm = TRUE) / 2
}
for (case in c("lost_after", "missing_both", "mostly_missing", "nobody_missing", "close_waves", "absent_before",
               "two_summits")) {
  d <- take(case)[, c("pre", "post")]
  # The highest of many climbs: two_summits has two maxima.
  climbs <- lapply(seq(-0.95, 0.95, 0.1), function(r) {
    start <- with(d, c(mean(pre, na.rm = TRUE), mean(post, na.rm = TRUE), log(sd(pre, na.rm = TRUE)),
                       log(sd(post, na.rm = TRUE)), atanh(r)))
    optim(start, minus_log_likelihood, d = d, control = list(maxit = 10000, reltol = 1e-14))
  })
  q <- climbs[[which.min(sapply(climbs, `[[`, "value"))]]$par
  for (step in 1:8) q <- q - solve(hessian(minus_log_likelihood, q, d = d), grad(minus_log_likelihood, q, d = d))
  v <- solve(hessian(minus_log_likelihood, q, d = d))
  change <- q[2] - q[1]
  se <- sqrt(v[1, 1] + v[2, 2] - 2 * v[1, 2])
  complete <- sum(complete.cases(d))
  put(case, ml_change = change, ml_se = se, ml_lower = change - qt(.975, complete - 1) * se,
      ml_upper = change + qt(.975, complete - 1) * se, pre_mean = q[1], post_mean = q[2], pre_sd = exp(q[3]),
      post_sd = exp(q[4]), correlation = tanh(q[5]))
  if (case == "two_summits") next
  model <- "pre ~ mp * 1\n post ~ mq * 1\n pre ~~ post\n pre ~~ pre\n post ~~ post\n change := mq - mp"
  fit <- suppressWarnings(lavaan(model, d, missing = "fiml", information = "observed",
                                 control = list(rel.tol = 1e-15, iter.max = 10000)))
  lavaan_result <- subset(parameterEstimates(fit), label == "change")
  long <- na.omit(data.frame(id = rep(seq_len(nrow(d)), 2), wave = rep(1:2, each = nrow(d)), y = c(d$pre, d$post)))
  mixed <- gls(y ~ factor(wave), long, correlation = corSymm(form = ~ wave | id),
               weights = varIdent(form = ~ 1 | wave),
               method = "ML", control = list(tolerance = 1e-12, msTol = 1e-14, maxIter = 500, msMaxIter = 500))
  stopifnot(abs(c(coef(mixed)[[2]], lavaan_result$est) - change) < 1e-5 * se)
  agree(se, lavaan_result$se, 1e-5)
  put(case, lavaan_change = lavaan_result$est, lavaan_se = lavaan_result$se)
}

# --- who was lost ---------------------------------------------------------------------------------------------------
for (case in c("lost_after", "mostly_missing")) {
  d <- subset(take(case), !is.na(pre))
  matched <- d$pre[!is.na(d$post)]; lost <- d$pre[is.na(d$post)]
  test <- t.test(lost, matched)
  pooled <- sqrt(((length(lost) - 1) * var(lost) + (length(matched) - 1) * var(matched)) / (nrow(d) - 2))
  put(paste0(case, "_attrition"), matched_mean = mean(matched), matched_sd = sd(matched),
      lost_mean = mean(lost), lost_sd = sd(lost),
      smd = (mean(lost) - mean(matched)) / pooled, t = test$statistic[[1]], df = test$parameter[[1]], p = test$p.value)
}

versions <- sapply(c("emmeans", "clubSandwich", "nlme", "lavaan", "numDeriv"), function(p) paste(p, packageVersion(p)))
head <- paste0("# ", R.version.string, "; ", paste(versions, collapse = ", "), "; written by groups_reference.R")
writeLines(c(head, "case,statistic,value", unlist(rows)), "groups_reference.csv")
