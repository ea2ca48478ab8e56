"""From noise to picture: AE, VAE, GAN, diffusion, flow matching."""
